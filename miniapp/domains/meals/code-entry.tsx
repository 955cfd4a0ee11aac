import { View } from "@tarojs/components";
import { useState } from "react";
import { canScan, scanInWechat } from "@miniapp/core/scan";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { ScanSheet } from "@miniapp/ui/scan-sheet";
import type { CounterActing } from "./use-counter-act";

const LENGTH = 6;

/** Six digits, or the picture: what a cook with wet hands does sixty times. The sixth digit is enough; Enter repeats it. */
export function CodeEntry({ acting }: { acting: CounterActing }) {
  const [typed, setTyped] = useState("");
  const [isScanning, setIsScanning] = useState(false);
  const code = typed.replace(/\D/g, "");
  const submit = (digits: string) => {
    if (digits.length === LENGTH && !acting.isPending) {
      acting.mutate({ kind: "code", code: digits }, { onSuccess: () => setTyped("") });
    }
  };
  const change = (value: string) => {
    const all = value.replace(/\D/g, "");
    // A digit after a whole code that was not known begins the next one.
    const digits = all.length > LENGTH ? all.slice(LENGTH) : all;
    setTyped(digits === all ? value : digits);
    if (digits !== code) submit(digits);
  };
  const read = (text: string | null) => {
    setIsScanning(false);
    if (text !== null) acting.mutate({ kind: "qr", text });
  };
  const scan = () => {
    if (process.env.TARO_ENV === "weapp") void scanInWechat().then(read);
    else setIsScanning(true);
  };
  return (
    <Card>
      <View className="code-entry">
        <View className="code-entry-field">
          <Field
            label="取餐码，六位数字"
            kind="number"
            isLarge
            maxLength={7}
            value={typed}
            onChange={change}
            onSubmit={() => submit(code)}
          />
        </View>
        <View className="code-entry-buttons">
          <BigButton
            text="核餐"
            busyText="正在查"
            isDisabled={code.length !== LENGTH}
            isBusy={acting.isPending}
            onPress={() => submit(code)}
          />
          {canScan() && <BigButton kind="second" icon="scan" text="扫码" onPress={scan} />}
        </View>
      </View>
      {isScanning && (
        <ScanSheet
          title="把手机上的码对准框里"
          otherWay="请输 6 位码，或者按姓名找"
          closeText="不扫了，输 6 位码"
          onText={read}
          onClose={() => setIsScanning(false)}
        />
      )}
    </Card>
  );
}
