import { Text, View } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { CodeCard } from "@miniapp/ui/code-card";
import { QrPicture } from "@miniapp/ui/qr-picture";
import { invitationLink } from "./invitation-link";

interface InvitationCodeProps {
  readonly code: string;
  /** "15 分钟内有效，到 10:15". */
  readonly validLabel: string;
  /** Whose birth date is asked for: her own unless staff made it for her. */
  readonly whose?: string;
  readonly onAgain: () => void;
}

/** The code in large digits, to be read out, and what the other side does with it. */
export function InvitationCode({ code, validLabel, whose = "您", onAgain }: InvitationCodeProps) {
  return (
    <Card>
      <View className="stack">
        <CodeCard label="邀请码，念给家人听" code={code} isCentred />
        <Text className="words-title">{validLabel}</Text>
        <Text className="words-quiet">
          {`请家人在自己的手机上点“我的、家人、我帮家人”，填这六个数字和${whose}的生日。只能用一次。`}
        </Text>
        <Text className="words-title">家人在身边，就扫这个</Text>
        <QrPicture text={invitationLink(code)} label="邀请图码" />
        <Text className="words-quiet">{`点“扫老人手机上的邀请码”，或者用手机相机扫。也要填${whose}的生日。`}</Text>
        <BigButton kind="second" text="重新做一个" onPress={onAgain} />
      </View>
    </Card>
  );
}
