import { Button, Text } from "@tarojs/components";
import { AGREE_BUTTON, readPrivacyAgreement, usePrivacy } from "@miniapp/core/privacy";
import { BigButton } from "./big-button";
import { roleOf } from "./role-of";
import { Sheet } from "./sheet";

/** Asks for consent at the first need. WeChat counts only a tap on its own kind of button. */
export function PrivacyGate() {
  const { isAsked, agree, refuse } = usePrivacy();
  if (!isAsked) return null;
  return (
    <Sheet title="先请您同意" onClose={refuse}>
      <Text>这一步要用到您的个人信息，只用来订餐和联系您。不同意也能接着看菜单和照护点。</Text>
      <Button
        id={AGREE_BUTTON}
        className="big-button big-button-primary open-button"
        openType="agreePrivacyAuthorization"
        {...roleOf("button")}
        aria-label="同意"
        onAgreePrivacyAuthorization={agree}
      >
        同意
      </Button>
      <BigButton kind="line" icon="info" text="看看隐私协议" onPress={readPrivacyAgreement} />
      <BigButton kind="quiet" text="不同意" onPress={refuse} />
    </Sheet>
  );
}
