import { Text } from "@tarojs/components";
import type { MessageTemplate } from "@shared/domains/notices/notices.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { useAllowMessages, useMessageTemplates } from "./use-allow-messages";

/** What one tap after a booking asks WeChat for. */
const WANTED: readonly MessageTemplate[] = ["meal_reminder", "meal_cancelled_by_kitchen"];

/** 开饭前提醒我: one tap, one message. Where WeChat is not, there is no button: the slip and the phone remind. */
export function RemindButton() {
  const templates = useMessageTemplates(WANTED);
  const allow = useAllowMessages();
  if (templates.length === 0) return null;
  if (allow.isSuccess) {
    const words = allow.data.length > 0 ? "好的，开饭前微信会提醒您一次。" : "没有打开提醒。想要提醒时再点一下就行。";
    return (
      <Text className="words-quiet" {...roleOf("status")}>
        {words}
      </Text>
    );
  }
  return (
    <>
      <BigButton
        kind="line"
        icon="clock"
        text="开饭前提醒我"
        isBusy={allow.isPending}
        onPress={() => allow.mutate(templates)}
      />
      <FormError error={allow.error} />
    </>
  );
}
