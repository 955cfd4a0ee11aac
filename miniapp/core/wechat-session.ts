import Taro from "@tarojs/taro";
import { forget, remember, remembered } from "./storage";

const NAME = "yike.stays-out";

/**
 * Whether WeChat still knows a log-in of this person to the app, so that she may come in without being asked. Never after
 * she has left by her own will.
 */
export async function hasWechatSession(): Promise<boolean> {
  if (process.env.TARO_ENV !== "weapp" || remembered(NAME) === true) return false;
  try {
    await Taro.checkSession();
    return true;
  } catch {
    return false;
  }
}

/** She left: from now on she is asked before she is let in. */
export const stayOut = (): void => remember(NAME, true);

/** She came in by her own will. */
export const comeBack = (): void => forget(NAME);
