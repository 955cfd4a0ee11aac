import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { Allergen, DietMark, allergenWords, dietWords } from "@shared/core/diet";
import type { CareNotes } from "@shared/domains/care-notes/care-notes.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { useSaveCareNotes } from "./use-save-care-notes";
import { useWithdrawCareNotes } from "./use-withdraw-care-notes";

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((held) => held !== item) : [...list, item];

/** Two lists to tick, what one agrees to, and the one button. */
export function CareNotesForm({ notes }: { notes: CareNotes }) {
  const [allergens, setAllergens] = useState<Allergen[]>(notes.allergens);
  const [dietMarks, setDietMarks] = useState<DietMark[]>(notes.dietMarks);
  const save = useSaveCareNotes();
  const withdraw = useWithdrawCareNotes();
  const isBusy = save.isPending || withdraw.isPending;
  const { version: consentVersion, words } = notes.asked;
  return (
    <>
      <Text className="words-title">对什么过敏</Text>
      <View className="stack" {...roleOf("group")} aria-label="对什么过敏">
        {Allergen.options.map((allergen) => (
          <ChoiceRow
            key={allergen}
            role="checkbox"
            text={allergenWords[allergen]}
            isChosen={allergens.includes(allergen)}
            onPress={() => setAllergens(toggled(allergens, allergen))}
          />
        ))}
      </View>
      <Text className="words-title">要吃什么样的</Text>
      <View className="stack" {...roleOf("group")} aria-label="要吃什么样的">
        {DietMark.options.map((mark) => (
          <ChoiceRow
            key={mark}
            role="checkbox"
            text={dietWords[mark]}
            isChosen={dietMarks.includes(mark)}
            onPress={() => setDietMarks(toggled(dietMarks, mark))}
          />
        ))}
      </View>
      <Card>
        <Text>{words}</Text>
      </Card>
      <FormError error={save.error ?? withdraw.error} />
      <BigButton
        text="同意并保存"
        busyText="正在保存"
        isBusy={save.isPending}
        isDisabled={isBusy}
        onPress={() => save.mutate({ allergens, dietMarks, consentVersion })}
      />
      {notes.consent && (
        <>
          <Text className="words-quiet">{`${notes.consent.label}，已经登记好了。`}</Text>
          <BigButton
            kind="quiet"
            text="撤回同意，删掉登记"
            busyText="正在删掉"
            isBusy={withdraw.isPending}
            isDisabled={isBusy}
            onPress={() => withdraw.mutate()}
          />
        </>
      )}
    </>
  );
}
