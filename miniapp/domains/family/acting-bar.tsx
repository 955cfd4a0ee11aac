import { Text, View } from "@tarojs/components";
import { useEffect } from "react";
import { useActingFor } from "@miniapp/core/acting-for";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Banner } from "@miniapp/ui/banner";
import { pressable } from "@miniapp/ui/pressable";
import { roleOf } from "@miniapp/ui/role-of";
import { useBonds } from "./use-bonds";
import { useElders } from "./use-elders";
import "./acting-bar.scss";

/** On every page that orders or cancels for somebody else: for whom, and the way back to oneself. */
export function ActingBar() {
  const { elder, lost, end, lose } = useActingFor();
  // Who acts for nobody needs no request for a bar that says so.
  const isActing = elder !== null;
  const { refetch } = useBonds(isActing);
  const elders = useElders(isActing);
  useRefreshOnShow(() => isActing && refetch());
  const isGone = elder !== null && elders !== undefined && !elders.some(({ id }) => id === elder.id);
  useEffect(() => {
    if (isGone) lose();
  }, [isGone, lose]);
  if (lost) return <Banner tone="amber" icon="info" text={`不能再替${lost.name}订餐了，现在给您自己订。`} />;
  if (!elder) return null;
  return (
    <View className="acting-bar" {...roleOf("status")}>
      <Text className="acting-bar-words">{`正在替${elder.name}订餐`}</Text>
      <View className="acting-bar-back" {...pressable({ label: "换回自己", onPress: end })}>
        <Text>换回自己</Text>
      </View>
    </View>
  );
}
