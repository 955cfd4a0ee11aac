import { useEffect } from "react";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { Page } from "@miniapp/ui/page";
import { Empty } from "@miniapp/ui/states";
import { NoticeCard } from "../../notice-card";
import { useNotices } from "../../use-notices";
import { useReadNotices } from "../../use-read-notices";

export default function InboxPage() {
  const query = useNotices();
  const { mutate: read } = useReadNotices();
  const unread = (query.data?.pages ?? [])
    .flatMap(({ notices }) => notices)
    .filter(({ isRead }) => !isRead)
    .map(({ id }) => id)
    .join();
  // What stands on the screen counts as read; its mark goes at the next visit.
  useEffect(() => {
    if (unread !== "") read(unread.split(","));
  }, [unread, read]);
  return (
    <Page title="消息">
      <Loaded query={query}>
        {({ pages }) => {
          const notices = pages.flatMap((page) => page.notices);
          if (notices.length === 0) {
            return <Empty title="还没有消息" text="订好了、食堂有变动、家人替您办了事，都会写在这里。" />;
          }
          return notices.map((notice) => <NoticeCard key={notice.id} notice={notice} />);
        }}
      </Loaded>
      <MoreButton query={query} />
    </Page>
  );
}
