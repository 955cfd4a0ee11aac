import { useRouter } from "@tarojs/taro";

/** At which office one works, from the page's address. */
export function useOffice() {
  const { regionId = "", regionName = "" } = useRouter().params;
  return { regionId, regionName: decodeURIComponent(regionName) };
}
