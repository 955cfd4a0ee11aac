import Taro from "@tarojs/taro";
import { switchTab } from "./tabs";

/** Goes to a page by the address a domain's `routes.ts` made. */
export const goTo = (address: string): void => void Taro.navigateTo({ url: address });

/** Takes the place of this page: the way back skips it. */
export const replaceWith = (address: string): void => void Taro.redirectTo({ url: address });

/** Back to where one came from; home, when one came by the page's own address. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else switchTab("home");
}
