import { Text, View } from "@tarojs/components";
import { callPhone } from "@miniapp/core/help-phone";
import { goBack } from "@miniapp/core/navigate";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { roleOf } from "@miniapp/ui/role-of";

interface ReportedCorrectionProps {
  readonly answeredBy: string;
  readonly phone: string;
  readonly answerLabel: string;
  readonly isToldInInbox: boolean;
}

/** Who answers, until when, and where the answer is read. */
export function ReportedCorrection({ answeredBy, phone, answerLabel, isToldInInbox }: ReportedCorrectionProps) {
  return (
    <>
      <Card>
        <View {...roleOf("status")}>
          <Text className="words-title">谢谢您，收到了</Text>
        </View>
        <View>
          <Text>{`${answeredBy}来核对，最晚${answerLabel}给回音。`}</Text>
        </View>
        <View>
          <Text className="words-quiet">
            {isToldInInbox ? "回音在“我的”里的“消息”。" : "您没有登录，回音送不到您这儿；改好了，这一页上看得到。"}
          </Text>
        </View>
      </Card>
      <BigButton kind="second" icon="phone" text={`等不及，打电话 ${phone}`} onPress={() => callPhone(phone)} />
      <BigButton kind="quiet" text="返回" onPress={goBack} />
    </>
  );
}
