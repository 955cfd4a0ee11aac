import { goTo } from "@miniapp/core/navigate";
import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { useSession } from "@miniapp/core/session";
import { useSettings } from "@miniapp/core/settings";
import { toAbout, toLoginCodes, toSignIn, toTextSize } from "@miniapp/domains/accounts/routes";
import { useMe } from "@miniapp/domains/accounts/use-me";
import { useSignOut } from "@miniapp/domains/accounts/use-sign-out";
import { canSpeak } from "@miniapp/core/voice";
import { toFamily } from "@miniapp/domains/family/routes";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { TabBar } from "@miniapp/ui/tab-bar";

const SIZE_WORDS = { compact: "紧凑", standard: "标准", large: "大字", largest: "特大字" } as const;

export default function MePage() {
  const isGuest = useSession((session) => session.token === null);
  const { community, textSize, readsAloud, setReadsAloud } = useSettings();
  const help = useHelpPhone();
  const { data: me } = useMe();
  const signOut = useSignOut();
  const workplace = me?.memberships[0];
  return (
    <Page
      title={me?.preferredName ?? "我的"}
      lines={workplace ? [workplace.carePointName] : []}
      hasBack={false}
      bottom={<TabBar current="me" />}
    >
      {isGuest && <BigButton text="登录" onPress={() => goTo(toSignIn())} />}
      {workplace && (
        <Card isList>
          <RowLink icon="key" text="登录码" note="给不用微信的人" onPress={() => goTo(toLoginCodes())} />
        </Card>
      )}
      {!isGuest && (
        <Card isList>
          <RowLink icon="person" text="家人" note="替家人订餐，或者请家人帮忙" onPress={() => goTo(toFamily())} />
        </Card>
      )}
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
      {!isGuest && (
        <BigButton
          kind="quiet"
          icon="leave"
          text="退出登录"
          busyText="正在退出"
          isBusy={signOut.isPending}
          onPress={() => signOut.mutate()}
        />
      )}
    </Page>
  );
}
