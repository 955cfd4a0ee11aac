import Taro from "@tarojs/taro";
import { useEffect } from "react";
import { useSession } from "@miniapp/core/session";
import { hasWechatSession } from "@miniapp/core/wechat-session";
import { accountsApi } from "./accounts.api";
import { beginSession } from "./use-sign-in";

let hasTried = false;

/** Lets somebody in again whom WeChat still knows, once after the app was opened: no question, no phone, no nickname. */
export function useSilentSignIn(): void {
  const isGuest = useSession((session) => session.token === null);
  useEffect(() => {
    if (!isGuest || hasTried) return;
    hasTried = true;
    void comeIn();
  }, [isGuest]);
}

async function comeIn(): Promise<void> {
  try {
    if (!(await hasWechatSession())) return;
    const { code } = await Taro.login();
    beginSession(await accountsApi.signInWithWechat({ body: { code } }));
  } catch {
    // She stays a guest and finds the button.
  }
}
