import { Text } from "@tarojs/components";
import type { Gap } from "@shared/domains/network/network-shapes";
import { callPhone } from "@miniapp/core/help-phone";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { MoreButton } from "@miniapp/ui/more-button";
import { RowLink } from "@miniapp/ui/row-link";
import { Empty } from "@miniapp/ui/states";
import type { useGaps } from "./use-gaps";

/** Which regions lack it; a tap rings up who is responsible. */
export function GapList({ query }: { query: ReturnType<typeof useGaps> }) {
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const gaps = pages.flatMap((page) => page.gaps);
        const [first] = pages;
        if (!first || gaps.length === 0) return <Empty title="这里都做到了" text="没有缺的。" />;
        return (
          <>
            <Text className="words-quiet">{headOf(first)}</Text>
            <Card isList>
              {gaps.map((gap) => (
                <RowLink
                  key={gap.region.id}
                  icon="phone"
                  text={gap.region.name}
                  note={noteOf(gap)}
                  onPress={() => callPhone(gap.responsible.contact.phone)}
                />
              ))}
            </Card>
            <MoreButton query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

type GapPage = NonNullable<ReturnType<typeof useGaps>["data"]>["pages"][number];

/** "乡镇还缺 39 个，乡镇人民政府负责。点一下就打电话问。"; one office answers for all of a level. */
function headOf({ requirement: { levelName }, total, gaps }: GapPage): string {
  const office = gaps[0]?.responsible.officeName ?? null;
  return `${levelName}还缺 ${total} 个${office === null ? "" : `，${office}负责`}。点一下就打电话问。`;
}

/** "安平县 东街道，打 12345". */
const noteOf = ({ within, responsible: { contact } }: Gap): string =>
  [within, `打 ${contact.phone}`].filter(Boolean).join("，");
