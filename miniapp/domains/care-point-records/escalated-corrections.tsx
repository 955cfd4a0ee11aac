import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { correctionWords } from "@shared/domains/care-point-records/answering-corrections";
import type { OfficeCorrection } from "@shared/domains/care-point-records/corrections.contract";
import { callPhone } from "@miniapp/core/help-phone";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { Loaded } from "@miniapp/ui/loaded";
import { Empty } from "@miniapp/ui/states";
import { AnswerSheet } from "./answer-sheet";
import { useOfficeCorrections } from "./use-corrections";

/** 过期没回的更正: what people said is wrong and the place did not answer; the office rings up and answers. */
export function EscalatedCorrections({ regionId }: { regionId: string }) {
  const query = useOfficeCorrections(regionId);
  const [open, setOpen] = useState<OfficeCorrection | null>(null);
  return (
    <Loaded query={query}>
      {({ corrections }) => (
        <>
          {corrections.length === 0 && <Empty title="没有过期没回的" text="大家说不对的地方，各处都按时回了。" />}
          {corrections.map((correction) => (
            <EscalatedCard key={correction.id} correction={correction} onAnswer={() => setOpen(correction)} />
          ))}
          {open && <AnswerSheet correction={open} onClose={() => setOpen(null)} />}
        </>
      )}
    </Loaded>
  );
}

function EscalatedCard({ correction, onAnswer }: { correction: OfficeCorrection; onAnswer: () => void }) {
  const { carePointName, phone, what, sentence, reportedLabel, dueLabel } = correction;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{carePointName}</Text>
        <View className="chips">
          <Chip tone="amber" text={correctionWords[what]} />
          <Chip tone="danger" text="过期没回" />
        </View>
        {sentence && <Text>{sentence}</Text>}
        <Text className="words-quiet">{`${reportedLabel}有人说的，本来最晚${dueLabel}回`}</Text>
        <BigButton kind="line" icon="phone" text={`打电话问 ${phone}`} onPress={() => callPhone(phone)} />
        <BigButton kind="second" text="回音" label={`${carePointName}，回音`} onPress={onAnswer} />
      </View>
    </Card>
  );
}
