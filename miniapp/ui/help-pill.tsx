import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { Icon } from "./icon";
import { pressable } from "./pressable";

/** 打电话: calls the care point, at the same place on every page. */
export function HelpPill({ phone, name }: { phone: string; name: string }) {
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
  return (
    <View className="help-pill" {...pressable({ label: `打电话给${name}`, onPress: call })}>
      <Icon name="phone" />
      <Text className="help-pill-word">打电话</Text>
    </View>
  );
}
