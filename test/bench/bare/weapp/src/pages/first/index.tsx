import { Text, View } from "@tarojs/components";

export default function First() {
  return (
    <View>
      <Text>您好</Text>
    </View>
  );
}
