import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { correctionWords } from "@shared/domains/care-point-records/answering-corrections";
import { CORRECTION_LONGEST, CorrectionKind } from "@shared/domains/care-point-records/corrections.contract";
import { useSession } from "@miniapp/core/session";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { roleOf } from "@miniapp/ui/role-of";
import { ClaimLink } from "../../claim-link";
import { ReportedCorrection } from "../../reported-correction";
import { useReportCorrection } from "../../use-corrections";

const TITLE = "信息不对？告诉我们";

/** 信息不对: one choice, one sentence if one likes; it ends with who answers and until when. */
export default function CorrectionPage() {
  const { carePointId = "" } = useRouter().params;
  const [what, setWhat] = useState<CorrectionKind | null>(null);
  const [sentence, setSentence] = useState("");
  const isGuest = useSession((session) => session.token === null);
  const report = useReportCorrection();
  const typed = sentence.trim();
  if (report.data) {
    return (
      <Page title={TITLE}>
        <ReportedCorrection {...report.data} />
      </Page>
    );
  }
  return (
    <Page title={TITLE} lead={<Text className="words-quiet">哪里不对？选一样就行。</Text>}>
      <View className="stack" {...roleOf("radiogroup")} aria-label="哪里不对">
        {CorrectionKind.options.map((kind) => (
          <ChoiceRow key={kind} text={correctionWords[kind]} isChosen={what === kind} onPress={() => setWhat(kind)} />
        ))}
      </View>
      <Field
        label="还想说的话（可以不写）"
        hint="只有那里的工作人员看得到"
        maxLength={CORRECTION_LONGEST}
        value={sentence}
        onChange={setSentence}
      />
      {isGuest && <Text className="words-quiet">没有登录也能说；想收到回音，先登录再说。</Text>}
      <FormError error={report.error} />
      <BigButton
        text="告诉他们"
        busyText="正在发"
        isDisabled={what === null}
        isBusy={report.isPending}
        onPress={() => what && report.mutate({ carePointId, what, ...(typed === "" ? {} : { sentence: typed }) })}
      />
      <ClaimLink carePointId={carePointId} />
    </Page>
  );
}
