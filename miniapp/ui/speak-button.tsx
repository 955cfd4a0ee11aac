import { Text, View } from "@tarojs/components";
import { canSpeak, speak } from "@miniapp/core/voice";
import { Icon } from "./icon";
import { pressable } from "./pressable";

/** Reads a sentence aloud; there only where a voice exists. */
export function SpeakButton({ sentence, text = "读一读" }: { sentence: string; text?: string }) {
  if (!canSpeak()) return null;
  return (
    <View className="speak-button" {...pressable({ label: text, onPress: () => speak(sentence) })}>
      <Icon name="speak" />
      <Text>{text}</Text>
    </View>
  );
}
