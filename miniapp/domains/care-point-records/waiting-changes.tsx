import { changeWords } from "@shared/domains/care-point-records/verifying-records";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { RowLink } from "@miniapp/ui/row-link";
import { Empty } from "@miniapp/ui/states";
import { toOfficeChange } from "./routes";
import { useOfficeChanges } from "./use-record-changes";

/** 待核实的修改: which place wants what changed, the most urgent first. */
export function WaitingChanges({ office }: { office: Office }) {
  const query = useOfficeChanges(office.regionId);
  return (
    <Loaded query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <Empty title="没有要核实的修改" text="各处提出来的名称、位置、服务，都核实过了。" />
        ) : (
          <Card isList>
            {changes.map(({ id, carePointName, what, after, dueLabel, isOverdue }) => (
              <RowLink
                key={id}
                icon="text"
                text={`${carePointName}，改${changeWords[what]}`}
                note={`${after}。${isOverdue ? "过期了，本来" : ""}最晚${dueLabel}回`}
                onPress={() => goTo(toOfficeChange(office, id))}
              />
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}
