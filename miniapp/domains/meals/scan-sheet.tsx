import { Text, View } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import { scanInBrowser } from "@miniapp/core/scan";
import { BigButton } from "@miniapp/ui/big-button";
import { Sheet } from "@miniapp/ui/sheet";

interface ScanSheetProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** The browser's camera, held before the picture on her phone. */
export function ScanSheet({ onText, onClose }: ScanSheetProps) {
  const frame = useRef<HTMLElement>(null);
  const told = useRef(onText);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    told.current = onText;
  });
  useEffect(() => {
    if (!frame.current) return undefined;
    return scanInBrowser(frame.current, {
      text: (text) => told.current(text),
      failed: () => setHasFailed(true),
    });
  }, []);
  return (
    <Sheet title="把手机上的码对准框里" onClose={onClose}>
      <View ref={frame} className="scan-frame" />
      {hasFailed && <Text>打不开摄像头，请输 6 位码，或者按姓名找。</Text>}
      <BigButton kind="quiet" text="不扫了，输 6 位码" onPress={onClose} />
    </Sheet>
  );
}
