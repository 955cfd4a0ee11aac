import { Text, View } from "@tarojs/components";
import { callPhone, useHelpPhone, type HelpPhone } from "@miniapp/core/help-phone";
import { Icon } from "./icon";
import { pressable } from "./pressable";

/** 打电话: calls the care point of the page, else the usual one; at the same place on every page. */
export function HelpPill({ help }: { help?: HelpPhone | undefined }) {
  const usual = useHelpPhone();
  const { phone, name } = help ?? usual;
  return (
    <View className="help-pill" {...pressable({ label: `打电话给${name}`, onPress: () => callPhone(phone) })}>
      <Icon name="phone" />
      <Text className="help-pill-word">打电话</Text>
    </View>
  );
}
