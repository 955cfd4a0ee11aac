import { View } from "@tarojs/components";

export type IconName =
  | "bowl"
  | "home"
  | "pin"
  | "calendar"
  | "person"
  | "phone"
  | "child"
  | "speak"
  | "back"
  | "next"
  | "walk"
  | "check"
  | "again"
  | "wheelchair"
  | "clock"
  | "text"
  | "key"
  | "info"
  | "leave"
  | "offline"
  | "search"
  | "scan"
  | "print";

/** A drawn shape in the colour of its text. Always beside a word, so it is silent to screen readers. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return <View className={`icon icon-${name}${large ? " icon-large" : ""}`} aria-hidden="true" />;
}
