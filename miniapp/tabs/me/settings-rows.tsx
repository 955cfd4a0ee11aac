import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { canSpeak } from "@miniapp/core/voice";
import { toAbout, toTextSize } from "@miniapp/domains/accounts/routes";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";

const SIZE_WORDS = { compact: "紧凑", standard: "标准", large: "大字", largest: "特大字" } as const;

/** What this phone is set to, whom one can call, and what Yike is. */
export function SettingsRows() {
  const { community, textSize, readsAloud, setReadsAloud } = useSettings();
  const help = useHelpPhone();
  return (
    <Card isList>
      <RowLink icon="text" text="字号" note={`现在是${SIZE_WORDS[textSize]}`} onPress={() => goTo(toTextSize())} />
      <RowLink
        icon="pin"
        text="我的社区"
        note={community?.label ?? "还没有选"}
        onPress={() => goTo(toChooseCommunity({ keep: true }))}
      />
      {canSpeak() && (
        <RowLink
          icon="speak"
          text="读给我听"
          note="订好了自动读一遍"
          isOn={readsAloud}
          onPress={() => setReadsAloud(!readsAloud)}
        />
      )}
      <RowLink icon="phone" text={`打电话给${help.name}`} note={help.phone} onPress={() => callPhone(help.phone)} />
      <RowLink icon="info" text="关于一刻" onPress={() => goTo(toAbout())} />
    </Card>
  );
}
