import { timeOfDay } from "@shared/core/dates";
import { serverNow } from "@miniapp/core/server-clock";

/** "王阿姨，早上好", by the server's clock; a guest is greeted without a name. */
export function greeting(preferredName: string | undefined): string {
  const hour = Number(timeOfDay(serverNow()).slice(0, 2));
  const words = hour < 5 ? "夜深了" : hour < 11 ? "早上好" : hour < 13 ? "中午好" : hour < 18 ? "下午好" : "晚上好";
  return preferredName ? `${preferredName}，${words}` : words;
}
