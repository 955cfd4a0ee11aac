import { Text, View } from "@tarojs/components";
import { useEffect, useRef, type PropsWithChildren, type ReactNode } from "react";
import { useEscape } from "./use-escape";
import { pressable } from "./pressable";

interface SheetProps {
  readonly title: string;
  /** Right of the title: reading aloud. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
}

/** Slides over the page for one decision. A tap beside it, or Escape, changes nothing and closes it. */
export function Sheet({ title, aside, onClose, children }: PropsWithChildren<SheetProps>) {
  useEscape(onClose);
  const panel = useRef<{ focus?: () => void }>(null);
  useEffect(() => panel.current?.focus?.(), []);
  return (
    <View className="sheet" catchMove>
      <View className="sheet-dim" {...pressable({ label: "关上", onPress: onClose })} tabIndex={-1} />
      <View ref={panel} className="sheet-panel" role="dialog" aria-role="dialog" aria-modal="true" aria-label={title} tabIndex={-1}>
        <View className="sheet-head">
          <Text className="words-title">{title}</Text>
          {aside}
        </View>
        {children}
      </View>
    </View>
  );
}
