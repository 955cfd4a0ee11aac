import { Text, View } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import { scanInBrowser } from "@miniapp/core/scan";
import { BigButton } from "./big-button";
import { Sheet } from "./sheet";
import "./scan-sheet.scss";

interface ScanSheetProps {
  readonly title: string;
  /** What one can do without a camera: "请输 6 位码，或者按姓名找". */
  readonly otherWay: string;
  readonly closeText: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** The browser's camera, held before the picture on somebody's phone. */
export function ScanSheet({ title, otherWay, closeText, onText, onClose }: ScanSheetProps) {
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
    <Sheet title={title} onClose={onClose}>
      <View ref={frame} className="scan-frame" />
      {hasFailed && <Text>{`打不开摄像头，${otherWay}。`}</Text>}
      <BigButton kind="quiet" text={closeText} onPress={onClose} />
    </Sheet>
  );
}
