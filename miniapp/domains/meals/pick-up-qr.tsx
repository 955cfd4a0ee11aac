import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { useHasPassed } from "@miniapp/core/use-has-passed";
import { BigButton } from "@miniapp/ui/big-button";
import { CodeCard } from "@miniapp/ui/code-card";
import { Loaded } from "@miniapp/ui/loaded";
import { QrPicture } from "@miniapp/ui/qr-picture";
import { Sheet } from "@miniapp/ui/sheet";
import { usePickUpPass } from "./use-pick-up-pass";

interface PickUpQrProps {
  readonly bookingId: string;
  /** Six digits: they are always enough. */
  readonly code: string;
}

/** The picture for the counter's scanner, when she wants it. */
export function PickUpQr(props: PickUpQrProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <View>
      <BigButton kind="line" icon="scan" text="给师傅扫码" onPress={() => setIsShown(true)} />
      {isShown && <PickUpSheet {...props} onClose={() => setIsShown(false)} />}
    </View>
  );
}

function PickUpSheet({ bookingId, code, onClose }: PickUpQrProps & { readonly onClose: () => void }) {
  const query = usePickUpPass(bookingId);
  return (
    <Sheet title="给师傅扫一下" onClose={onClose}>
      <Loaded query={query}>{({ text, refreshAt }) => <Pass text={text} refreshAt={refreshAt} />}</Loaded>
      <CodeCard label="扫不了就报取餐码" code={code} isCentred />
      <BigButton kind="quiet" text="关上" onPress={onClose} />
    </Sheet>
  );
}

/** A minute's picture; an old one, where no new one comes, is not shown. */
function Pass({ text, refreshAt }: { text: string; refreshAt: string }) {
  const graceOver = new Date(Date.parse(refreshAt) + 60_000).toISOString();
  const isOld = useHasPassed(graceOver);
  if (isOld) return <Text>没有网络，图码换不了新的，报下面六位数就行。</Text>;
  return (
    <>
      <QrPicture text={text} label="取餐图码" />
      <Text className="words-quiet">图码每分钟换一次，截图不能用。</Text>
    </>
  );
}
