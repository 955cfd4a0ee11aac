import { Text } from "@tarojs/components";
import { useWorkplace, WorkbenchSide } from "@miniapp/domains/meals/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { ProposeForm } from "../../propose-form";
import { useOwnRecord } from "../../use-own-record";

/** What a manager does not change alone: another name, position, services, kinds or operator. */
export default function ProposePage() {
  const place = useWorkplace();
  const query = useOwnRecord(place.carePointId);
  return (
    <Page
      title={`要核实的修改 · ${place.carePointName}`}
      lead={<Text className="words-quiet">一次提一样；核实以前，大家看到的还是原来的。</Text>}
      side={<WorkbenchSide place={place} here="record" />}
    >
      <Loaded query={query}>{(record) => <ProposeForm record={record} />}</Loaded>
    </Page>
  );
}
