import { Text } from "@tarojs/components";
import { useState } from "react";
import type { ChangeAnswer, RecordChange } from "@shared/domains/care-point-records/record-changes.contract";
import { CHANGE_WORDS_LONGEST } from "@shared/domains/care-point-records/record-changes.contract";
import { goBack } from "@miniapp/core/navigate";
import { openMap } from "@miniapp/core/open-map";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { ChangeSides } from "./change-sides";
import { useSettleChange } from "./use-record-changes";

/** Before and after, a word where one likes, and yes or no. */
export function OfficeChange({ change }: { change: RecordChange }) {
  const { id: changeId, what, before, after, mapPosition, proposedLabel, dueLabel, version } = change;
  const [words, setWords] = useState("");
  const [endsRoles, setEndsRoles] = useState(false);
  const settle = useSettleChange();
  const typed = words.trim();
  const say = (answer: ChangeAnswer) =>
    settle.mutate(
      {
        changeId,
        answer,
        version,
        ...(typed === "" ? {} : { words: typed }),
        ...(what === "operator" && answer === "approved" ? { endsRoles } : {}),
      },
      { onSuccess: goBack },
    );
  return (
    <>
      {change.isOverdue && (
        <Banner
          icon="clock"
          tone="danger"
          text={change.isEscalated ? "过期了，上一级的民政部门也看得到，请尽快回。" : "过期了，请尽快回。"}
        />
      )}
      {change.isEntryChanged && (
        <Banner icon="info" tone="amber" text="提出以后，这里的资料又改过。左边是现在的样子。" />
      )}
      <ChangeSides before={before} after={after} />
      {mapPosition && (
        <BigButton
          kind="line"
          icon="pin"
          text="在地图上看新位置"
          onPress={() => openMap({ name: change.carePointName, address: "", mapPosition })}
        />
      )}
      <Text className="words-quiet">{`${proposedLabel}提出，最晚${dueLabel}回`}</Text>
      {what === "operator" && (
        <ChoiceRow
          role="checkbox"
          text="原来的工作人员都退出"
          note="勾上，现在在这里的账号马上进不来"
          isChosen={endsRoles}
          onPress={() => setEndsRoles(!endsRoles)}
        />
      )}
      <Field label="说一句（可以不写）" maxLength={CHANGE_WORDS_LONGEST} value={words} onChange={setWords} />
      <FormError error={settle.error} />
      <BigButton
        icon="check"
        text="同意，改过来"
        busyText="正在改"
        isBusy={settle.isPending}
        onPress={() => say("approved")}
      />
      <BigButton kind="second" text="不同意" isDisabled={settle.isPending} onPress={() => say("turned_down")} />
    </>
  );
}
