import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { canScan, scanInWechat } from "@miniapp/core/scan";
import { BigButton } from "@miniapp/ui/big-button";
import { roleOf } from "@miniapp/ui/role-of";
import { ScanSheet } from "@miniapp/ui/scan-sheet";
import { codeInLink } from "./invitation-link";

/** Reads the picture on the elder's phone in place of typing; nothing where there is no camera. */
export function ScanInvitation({ onCode }: { onCode: (code: string) => void }) {
  const [isScanning, setIsScanning] = useState(false);
  const [isOther, setIsOther] = useState(false);
  if (!canScan()) return null;
  const read = (text: string | null) => {
    setIsScanning(false);
    const code = text === null ? null : codeInLink(text);
    setIsOther(text !== null && code === null);
    if (code !== null) onCode(code);
  };
  const scan = () => {
    if (process.env.TARO_ENV === "weapp") void scanInWechat().then(read);
    else setIsScanning(true);
  };
  return (
    <View className="stack">
      <BigButton kind="line" icon="scan" text="扫老人手机上的邀请码" onPress={scan} />
      {isOther && <Text {...roleOf("status")}>这张码不是邀请码，请老人点“请家人帮我”再做一个。</Text>}
      {isScanning && (
        <ScanSheet
          title="把老人手机上的码对准框里"
          otherWay="请老人念六位数字"
          closeText="不扫了，填六位数字"
          onText={read}
          onClose={() => setIsScanning(false)}
        />
      )}
    </View>
  );
}
