import { View } from "@tarojs/components";

/** How much of a whole there is, as a bar; the words beside it say the same. */
export function ProgressBar({ done, of }: { done: number; of: number }) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <View className="progress-bar" aria-hidden="true">
      <View className="progress-bar-done" style={{ width: `${share * 100}%` }} />
    </View>
  );
}
