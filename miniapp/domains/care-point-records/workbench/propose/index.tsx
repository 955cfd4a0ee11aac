import { Text } from "@tarojs/components";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { useWorkplace, WorkbenchSide } from "@miniapp/domains/meals/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { OwnChanges } from "../../own-changes";
import { ProposeForm } from "../../propose-form";
import { useOwnRecord } from "../../use-own-record";

/** What a manager does not change alone: another name, position, services, kinds or operator. */
export default function ProposePage() {
  const place = useWorkplace();
  const query = useOwnRecord(place.carePointId);
  // What was proposed before is asked for once the form stands: the page is of use before.
  const isDrawn = useIsDrawn(query.data !== undefined);
  return (
    <Page
      title="提一个修改"
      lead={<Text className="words-title">{place.carePointName}</Text>}
      side={<WorkbenchSide place={place} here="record" />}
    >
      <Text className="words-quiet">一次提一样；核实以前，大家看到的还是原来的。</Text>
      {isDrawn && <OwnChanges carePointId={place.carePointId} />}
      <Loaded query={query}>{(record) => <ProposeForm record={record} />}</Loaded>
    </Page>
  );
}
