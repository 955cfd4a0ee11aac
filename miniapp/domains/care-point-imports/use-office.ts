import { useRouter } from "@tarojs/taro";
import type { Office } from "./routes";

/** At which office one works, from the page's address. */
export function useOffice(): Office {
  const { regionId = "", regionName = "" } = useRouter().params;
  return { regionId, regionName: decodeURIComponent(regionName) };
}
