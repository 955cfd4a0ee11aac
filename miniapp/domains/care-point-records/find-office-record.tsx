import { useState } from "react";
import { SEARCH_LONGEST } from "@shared/domains/care-point-records/office-records.contract";
import type { Office } from "@miniapp/core/office";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { Loaded } from "@miniapp/ui/loaded";
import { Empty } from "@miniapp/ui/states";
import { RecordRows } from "./office-records-list";
import { useSearchOfficeRecords } from "./use-office-records";

/** 找一处: any entry of the district by a part of its name, published or not. */
export function FindOfficeRecord({ office }: { office: Office }) {
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const query = useSearchOfficeRecords({ regionId: office.regionId, text });
  const find = () => setText(typed.trim());
  return (
    <>
      <Field
        label="名字"
        hint="记得几个字就行，拼音也行"
        maxLength={SEARCH_LONGEST}
        value={typed}
        onChange={setTyped}
        onSubmit={find}
      />
      <BigButton kind="second" icon="search" text="找" onPress={find} />
      {text !== "" && (
        <Loaded query={query}>
          {({ records }) =>
            records.length === 0 ? (
              <Empty title="没有找到" text="换几个字试试。" />
            ) : (
              <RecordRows office={office} records={records} />
            )
          }
        </Loaded>
      )}
    </>
  );
}
