import { Text, View } from "@tarojs/components";
import { canBeWide } from "@miniapp/core/can-be-wide";

interface Figure {
  readonly figure: string;
  readonly word: string;
  /** Only where there is a desktop's room. */
  readonly isExtra?: boolean;
}

/** Two to five big numbers side by side, each with its word. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <View className="figures">
      {figures
        .filter(({ isExtra = false }) => canBeWide || !isExtra)
        .map(({ figure, word, isExtra = false }) => (
          <View key={word} className={`figure-card${isExtra ? " is-extra" : ""}`}>
            <Text className="figure">{figure}</Text>
            <Text className="figure-word">{word}</Text>
          </View>
        ))}
    </View>
  );
}
