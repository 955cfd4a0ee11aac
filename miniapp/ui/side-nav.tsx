import { Text, View } from "@tarojs/components";
import { canBeWide } from "@miniapp/core/can-be-wide";
import { Icon, type IconName } from "./icon";
import { pressable } from "./pressable";
import { roleOf } from "./role-of";

interface SideNavProps {
  /** Whose workbench it is. */
  readonly place: string;
  readonly ways: readonly {
    readonly icon: IconName;
    readonly text: string;
    readonly isCurrent: boolean;
    readonly onPress: () => void;
  }[];
}

/** The ways of the workbench at the left of a desktop; a phone has them as rows in 我的. */
export function SideNav({ place, ways }: SideNavProps) {
  if (!canBeWide) return null;
  return (
    <View className="side-nav" {...roleOf("navigation")} aria-label="工作台">
      <View className="side-nav-head">
        <Text className="words-title">一刻</Text>
        <Text className="words-quiet">{place}</Text>
      </View>
      {ways.map(({ icon, text, isCurrent, onPress }) => (
        <View
          key={text}
          className={`side-way${isCurrent ? " is-current" : ""}`}
          {...pressable({ label: text, role: "link", onPress })}
        >
          <Icon name={icon} />
          <Text>{text}</Text>
        </View>
      ))}
    </View>
  );
}
