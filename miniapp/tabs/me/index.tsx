import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { toMyData, toSignIn } from "@miniapp/domains/accounts/routes";
import { useMe } from "@miniapp/domains/accounts/use-me";
import { useSignOut } from "@miniapp/domains/accounts/use-sign-out";
import { toCareNotes } from "@miniapp/domains/care-notes/routes";
import { toFamily } from "@miniapp/domains/family/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { TabBar } from "@miniapp/ui/tab-bar";
import { MessagesRow } from "./messages-row";
import { SettingsRows } from "./settings-rows";
import { Workbenches } from "./workbenches";

export default function MePage() {
  const isGuest = useSession((session) => session.token === null);
  const { data: me } = useMe();
  const signOut = useSignOut();
  const workplaces = [
    ...(me?.memberships.map(({ carePointName }) => carePointName) ?? []),
    ...(me?.offices.map(({ regionName }) => regionName) ?? []),
  ];
  return (
    <Page
      title={me?.preferredName ?? "我的"}
      lines={workplaces.slice(0, 1)}
      hasBack={false}
      bottom={<TabBar current="me" />}
    >
      {isGuest && <BigButton text="登录" onPress={() => goTo(toSignIn())} />}
      {me && <Workbenches me={me} />}
      {!isGuest && (
        <Card isList>
          <MessagesRow />
          <RowLink icon="person" text="家人" note="替家人订餐，或者请家人帮忙" onPress={() => goTo(toFamily())} />
          <RowLink icon="bowl" text="过敏和忌口" note="登记了，菜单上会提醒" onPress={() => goTo(toCareNotes())} />
          <RowLink icon="info" text="我的资料" note="看、存一份、注销" onPress={() => goTo(toMyData())} />
        </Card>
      )}
      <SettingsRows />
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
