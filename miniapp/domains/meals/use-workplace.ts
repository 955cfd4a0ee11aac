import { useRouter } from "@tarojs/taro";
import type { Workplace } from "./routes";

/** Where one works, from the page's address. */
export function useWorkplace(): Workplace {
  const { carePointId = "", carePointName = "", isManager } = useRouter().params;
  return { carePointId, carePointName: decodeURIComponent(carePointName), isManager: isManager === "yes" };
}
