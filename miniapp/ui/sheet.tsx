import { Text, View } from "@tarojs/components";
import { useRef, type PropsWithChildren, type ReactNode } from "react";
import { roleOf } from "./role-of";
import { useDialog } from "./use-dialog";
import { pressable } from "./pressable";
import { tabStop } from "./tab-stop";

interface SheetProps {
  readonly title: string;
  /** Right of the title: reading aloud. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
}

/** Lies over the page for one decision. A tap beside it, or Escape, changes nothing and closes it. */
export function Sheet({ title, aside, onClose, children }: PropsWithChildren<SheetProps>) {
  const panel = useRef<HTMLElement>(null);
  useDialog(panel, onClose);
  return (
    <View className="sheet" catchMove>
      <View className="sheet-dim" {...pressable({ label: "关上", onPress: onClose })} {...tabStop(-1)} />
      <View
        ref={panel}
        className="sheet-panel"
        {...roleOf("dialog")}
        aria-modal="true"
        aria-label={title}
        {...tabStop(-1)}
      >
        <View className="sheet-head">
          <Text className="words-title">{title}</Text>
          {aside}
        </View>
        {children}
      </View>
    </View>
  );
}
