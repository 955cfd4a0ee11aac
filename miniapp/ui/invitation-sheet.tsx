import { Text, View } from "@tarojs/components";
import { BigButton } from "./big-button";
import { Sheet } from "./sheet";
import { SpokenCode } from "./spoken-code";

interface InvitationSheetProps {
  readonly name: string;
  readonly code: string;
  /** What she is told with it. */
  readonly text: string;
  /** How long it holds, and how it is not to be sent. */
  readonly note: string;
  /** What the button says. */
  readonly button: string;
  readonly onClose: () => void;
}

/** The code with which somebody who is invited chooses a password: read out, never sent. */
export function InvitationSheet({ name, code, text, note, button, onClose }: InvitationSheetProps) {
  return (
    <Sheet title={`${name}的邀请码`} onClose={onClose}>
      <SpokenCode code={code} />
      <View className="stack">
        <Text>{text}</Text>
        <Text className="words-quiet">{note}</Text>
      </View>
      <BigButton text={button} onPress={onClose} />
    </Sheet>
  );
}
