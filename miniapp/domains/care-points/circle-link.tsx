import { Text, View } from "@tarojs/components";
import { goTo } from "@miniapp/core/navigate";
import { Icon } from "@miniapp/ui/icon";
import { pressable } from "@miniapp/ui/pressable";
import { minutesWords } from "./circle-words";
import { toCircle } from "./routes";
import "./circle-link.scss";

/** How many places are near, as the way to what is near and what is not. */
export function CircleLink({ near, minutes }: { near: number; minutes: number }) {
  const within = minutesWords(minutes);
  const text = near > 0 ? `${within}走得到\u00A0${near}\u00A0处` : `${within}走不到，看最近的有多远`;
  return (
    <View className="banner tone-pine circle-link" {...pressable({ label: text, onPress: () => goTo(toCircle()) })}>
      <Icon name="walk" />
      <Text className="banner-text">{text}</Text>
      <Icon name="next" />
    </View>
  );
}
