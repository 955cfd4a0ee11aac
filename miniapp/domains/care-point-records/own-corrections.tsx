import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { correctionWords } from "@shared/domains/care-point-records/answering-corrections";
import type { Correction } from "@shared/domains/care-point-records/corrections.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { AnswerSheet } from "./answer-sheet";
import { useOwnCorrections } from "./use-corrections";

/** What people said is wrong and nobody answered yet; nothing where there is none. The entry does not wait for it. */
export function OwnCorrections({ carePointId }: { carePointId: string }) {
  const query = useOwnCorrections(carePointId);
  const [open, setOpen] = useState<Correction | null>(null);
  const corrections = query.data?.corrections ?? [];
  return (
    <>
      <FormError error={query.error} />
      {corrections.length > 0 && <Text className="words-title">有人说这里不对</Text>}
      {corrections.map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} onAnswer={() => setOpen(correction)} />
      ))}
      {open && <AnswerSheet correction={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function CorrectionCard({ correction, onAnswer }: { correction: Correction; onAnswer: () => void }) {
  const { what, sentence, reportedLabel, dueLabel, isOverdue } = correction;
  return (
    <Card>
      <View className="stack">
        <View className="chips">
          <Chip tone="amber" text={correctionWords[what]} />
          {isOverdue && <Chip tone="danger" text="过期了" />}
        </View>
        {sentence && (
          <View>
            <Text>{sentence}</Text>
          </View>
        )}
        <View>
          <Text className="words-quiet">{`${reportedLabel}说的，最晚${dueLabel}回`}</Text>
        </View>
        <BigButton kind="second" text="回音" label={`${correctionWords[what]}，回音`} onPress={onAnswer} />
      </View>
    </Card>
  );
}
