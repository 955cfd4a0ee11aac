import { useRouter } from "@tarojs/taro";

/** At which office one works, as the pages of its workbench are told it. */
export interface Office {
  readonly regionId: string;
  readonly regionName: string;
}

/** At which office one works, from the page's address. */
export function useOffice(): Office {
  const { regionId = "", regionName = "" } = useRouter().params;
  return { regionId, regionName: decodeURIComponent(regionName) };
}
