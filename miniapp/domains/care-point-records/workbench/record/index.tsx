import { Text } from "@tarojs/components";
import { useState } from "react";
import { goTo } from "@miniapp/core/navigate";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { toPhotos } from "@miniapp/domains/care-point-photos/routes";
import { useWorkplace, WorkbenchSide } from "@miniapp/domains/meals/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { BesideRecord } from "../../beside-record";
import { OwnCorrections } from "../../own-corrections";
import { RecordFacts } from "../../record-facts";
import { RecordForm } from "../../record-form";
import { RecordFreshness } from "../../record-freshness";
import { useOwnRecord } from "../../use-own-record";

/** 工作台, 点位资料: whether the entry is still believed, what people say is wrong with it, and all that stands in it. */
export default function RecordPage() {
  const place = useWorkplace();
  const { carePointId, carePointName, isManager } = place;
  const query = useOwnRecord(carePointId);
  // What people said is asked for once the entry stands: the page is of use before.
  const isDrawn = useIsDrawn(query.data !== undefined);
  const [isEditing, setIsEditing] = useState(false);
  return (
    <Page
      title={`点位资料 · ${carePointName}`}
      lead={<Text className="words-quiet">附近的人看到的就是这些。</Text>}
      side={<WorkbenchSide place={place} here="record" />}
    >
      <Loaded query={query}>
        {(record) =>
          isEditing ? (
            <RecordForm record={record} onClose={() => setIsEditing(false)} />
          ) : (
            <>
              <RecordFreshness record={record} />
              {isDrawn && <OwnCorrections carePointId={carePointId} />}
              <RecordFacts record={record} />
              {isManager && <BigButton kind="second" text="改资料" onPress={() => setIsEditing(true)} />}
              {isManager && <BigButton kind="second" text="照片" onPress={() => goTo(toPhotos(place))} />}
              <BesideRecord record={record} isManager={isManager} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
