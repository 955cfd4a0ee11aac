import { Text, View } from "@tarojs/components";

/** Yuan of an amount in fen, without needless zeros: 1150 → "11.5". */
export const yuan = (fen: number): string => String(fen / 100);

/** A price in yuan, from fen. */
export function Money({ fen }: { fen: number }) {
  return (
    <View className="money" aria-label={`${yuan(fen)} 元`}>
      <Text className="money-figure">{yuan(fen)}</Text>
      <Text>元</Text>
    </View>
  );
}
