import { Text, View } from "@tarojs/components";

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
      {figures.map(({ figure, word, isExtra = false }) => (
        <View key={word} className={`figure-card${isExtra ? " is-extra" : ""}`}>
          <Text className="figure">{figure}</Text>
          <Text className="figure-word">{word}</Text>
        </View>
      ))}
    </View>
  );
}
