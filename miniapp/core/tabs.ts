import Taro from "@tarojs/taro";

/** The four tabs, in order. */
export const tabs = [
  { name: "home", text: "首页", icon: "home" },
  { name: "nearby", text: "附近", icon: "pin" },
  { name: "bookings", text: "预订", icon: "calendar" },
  { name: "me", text: "我的", icon: "person" },
] as const;

export type TabName = (typeof tabs)[number]["name"];

export const switchTab = (name: TabName): void => void Taro.switchTab({ url: `/tabs/${name}/index` });
