import { Text, View } from "@tarojs/components";
export default function Home() {
  return <View><Text>一刻</Text></View>;
}
