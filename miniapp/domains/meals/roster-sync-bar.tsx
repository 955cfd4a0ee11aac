import { Text, View } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip, type Tone } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { Icon } from "@miniapp/ui/icon";
import { roleOf } from "@miniapp/ui/role-of";
import { reportedWords } from "./counter-copy";
import { useIsCutOff } from "./counter-reach";
import { changeNotes, useRosterNotes } from "./roster-notes";
import { putAwayReported, type ReportedAct } from "./roster-queue";
import { useRosterSync } from "./use-roster-sync";

const OUTCOMES: Readonly<Record<ReportedAct["outcome"], { tone: Tone; word: string }>> = {
  done: { tone: "pine", word: "好了" },
  already: { tone: "pine", word: "没重复" },
  overtaken: { tone: "amber", word: "已改过" },
  refused: { tone: "danger", word: "没记成" },
};

interface RosterSyncBarProps {
  readonly carePointId: string;
  readonly actorId: string;
}

/** How the counter stands with the server: on its own, reporting, and what was said of each act. */
export function RosterSyncBar(whose: RosterSyncBarProps) {
  const { waiting, isSending, error } = useRosterSync(whose);
  const isCutOff = useIsCutOff();
  const { queue, isUnkept } = useRosterNotes();
  const reported = queue.reported.filter(({ carePointId }) => carePointId === whose.carePointId);
  const words = barWords({ isCutOff, waiting, isSending });
  return (
    <>
      {words && (
        <View className="banner tone-amber offline-bar counter-offline" {...roleOf("status")}>
          <Icon name="offline" />
          <Text className="banner-text">{words}</Text>
        </View>
      )}
      <View className="counter-reports">
        {!isCutOff && waiting > 0 && <FormError error={error} />}
        {isUnkept && waiting > 0 && <Text>这台设备存不下记录，报上去以前请不要关掉这一页。</Text>}
        {reported.length > 0 && <Reports reported={reported} carePointId={whose.carePointId} />}
      </View>
    </>
  );
}

interface Standing {
  readonly isCutOff: boolean;
  readonly waiting: number;
  readonly isSending: boolean;
}

function barWords({ isCutOff, waiting, isSending }: Standing): string | null {
  if (isCutOff) {
    if (waiting > 0) return `离线，已记 ${waiting} 条，连上后自动报上去`;
    return "离线，名单照样能用，记下的连上后自动报上去";
  }
  if (waiting === 0) return null;
  return isSending ? `连上了，正在报上去 ${waiting} 条` : `还有 ${waiting} 条没报上去，一会儿自动再报`;
}

function Reports({ reported, carePointId }: { reported: readonly ReportedAct[]; carePointId: string }) {
  return (
    <Card>
      <View className="stack" {...roleOf("status")}>
        <Text className="words-title">离线时记的，都有回音了</Text>
        {reported.map((one) => (
          <View key={one.id} className="counter-report">
            <Chip tone={OUTCOMES[one.outcome].tone} text={OUTCOMES[one.outcome].word} />
            <Text className="banner-text">{reportedWords(one)}</Text>
          </View>
        ))}
        <BigButton
          kind="second"
          text="看过了"
          onPress={() => changeNotes((queue) => putAwayReported(queue, carePointId))}
        />
      </View>
    </Card>
  );
}
