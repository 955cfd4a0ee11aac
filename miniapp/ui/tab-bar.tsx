import { Text, View } from "@tarojs/components";
import { switchTab, tabs, type TabName } from "@miniapp/core/tabs";
import { Icon } from "./icon";
import { pressable } from "./pressable";
import { roleOf } from "./role-of";

/** 首页 · 附近 · 预订 · 我的, drawn by us so that it grows with the text. */
export function TabBar({ current }: { current: TabName }) {
  return (
    <View className="at-bottom tab-bar" {...roleOf("tablist")}>
      {tabs.map((tab) => (
        <View
          key={tab.name}
          className={`tab${tab.name === current ? " is-current" : ""}`}
          {...pressable({
            label: tab.text,
            role: "tab",
            isChosen: tab.name === current,
            onPress: () => switchTab(tab.name),
          })}
        >
          <Icon name={tab.icon} />
          <Text>{tab.text}</Text>
        </View>
      ))}
    </View>
  );
}
