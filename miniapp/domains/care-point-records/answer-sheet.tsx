import { Text } from "@tarojs/components";
import { useState } from "react";
import { answerWords, correctionWords } from "@shared/domains/care-point-records/answering-corrections";
import {
  ANSWER_LONGEST,
  CorrectionAnswer,
  type Correction,
} from "@shared/domains/care-point-records/corrections.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Segmented } from "@miniapp/ui/segmented";
import { Sheet } from "@miniapp/ui/sheet";
import { useSettleCorrection } from "./use-corrections";

const ANSWERS = CorrectionAnswer.options.map((value) => ({ value, text: answerWords[value] }));

/** What became of it, and a word to the person where she reads it. */
export function AnswerSheet({ correction, onClose }: { correction: Correction; onClose: () => void }) {
  const [answer, setAnswer] = useState<CorrectionAnswer>("taken_over");
  const [words, setWords] = useState("");
  const settle = useSettleCorrection();
  const { id: correctionId, what, isAnswerRead } = correction;
  const typed = words.trim();
  const submit = () =>
    settle.mutate({ correctionId, answer, ...(typed === "" ? {} : { words: typed }) }, { onSuccess: onClose });
  return (
    <Sheet title={correctionWords[what]} onClose={() => settle.isPending || onClose()}>
      <Segmented label="怎么样了" options={ANSWERS} value={answer} onChange={setAnswer} />
      {isAnswerRead ? (
        <Field label="对她说一句（可以不写）" maxLength={ANSWER_LONGEST} value={words} onChange={setWords} />
      ) : (
        <Text className="words-quiet">说的人没有登录，收不到回音。</Text>
      )}
      <FormError error={settle.error} />
      <BigButton text="好了" busyText="正在发" isBusy={settle.isPending} onPress={submit} />
      <BigButton kind="quiet" text="先不回" onPress={onClose} />
    </Sheet>
  );
}
