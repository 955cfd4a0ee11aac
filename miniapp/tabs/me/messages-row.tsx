import { goTo } from "@miniapp/core/navigate";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { toInbox } from "@miniapp/domains/notices/routes";
import { useNotices } from "@miniapp/domains/notices/use-notices";
import { RowLink } from "@miniapp/ui/row-link";

const COUNTED_UP_TO = 99;

/** The way to the inbox, and in words whether something new stands there. */
export function MessagesRow() {
  const { data, refetch } = useNotices();
  useRefreshOnShow(refetch);
  const unread = data?.pages[0]?.unread ?? 0;
  const counted = unread > COUNTED_UP_TO ? `${COUNTED_UP_TO} 条以上` : `${unread} 条`;
  return (
    <RowLink
      icon="info"
      text="消息"
      note={unread === 0 ? "没有新的" : `有 ${counted}新的`}
      onPress={() => goTo(toInbox())}
    />
  );
}
