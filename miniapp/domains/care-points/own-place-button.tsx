import { Text } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { roleOf } from "@miniapp/ui/role-of";
import type { OwnPlace } from "./use-own-place";

interface OwnPlaceButtonProps {
  readonly own: OwnPlace;
  /** Where one is then found; null before. */
  readonly words: string | null;
}

/** Asks where one is, and tells where that was drawn; without it everything goes on from the community. */
export function OwnPlaceButton({ own: { search, find }, words }: OwnPlaceButtonProps) {
  return (
    <>
      <BigButton
        kind="line"
        icon="pin"
        text="显示我的位置"
        busyText="正在找您的位置"
        isBusy={search === "under-way"}
        onPress={() => void find()}
      />
      {search === "failed" && (
        <Text {...roleOf("status")}>没有找到您的位置，可能是没有允许。没关系，地图还是从社区看。</Text>
      )}
      {search === "idle" && words !== null && <Text {...roleOf("status")}>{words}</Text>}
    </>
  );
}
