import { Button, Text, View } from "@tarojs/components";
import { useState } from "react";
import { ApiError } from "@miniapp/core/api-error";
import { remember, remembered } from "@miniapp/core/storage";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { MergeQuestion } from "./merge-question";
import { useLinkWechatPhone } from "./use-link-wechat-phone";

const NAME = "yike.phone-asked";

/** Asks once, after the first booking, for a number to ring; who leaves none books just the same. WeChat only. */
export function LeavePhone() {
  const [isAsked, setIsAsked] = useState(() => remembered(NAME) !== true);
  const link = useLinkWechatPhone();
  const finish = () => {
    remember(NAME, true);
    setIsAsked(false);
  };
  // Without a code she thought better of it in WeChat's own dialog: the question stays as it is.
  const use = (code: string | undefined) => code && !link.isPending && link.mutate(code, { onSuccess: finish });
  const isElsewhere = link.error instanceof ApiError && link.error.facts.code === "phone_of_another";
  if (!isAsked) return null;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">留个手机号？</Text>
        <Text className="words-quiet">饭有变化，食堂好打电话告诉您。不留也一样订饭。</Text>
        <FormError error={link.error} />
        {isElsewhere && <MergeQuestion onDone={finish} />}
        <Button
          className="big-button big-button-second open-button"
          openType="getPhoneNumber"
          {...roleOf("button")}
          aria-label="用微信的手机号"
          onGetPhoneNumber={({ detail }) => use(detail.code)}
        >
          用微信的手机号
        </Button>
        <BigButton kind="quiet" text="不留" onPress={finish} />
      </View>
    </Card>
  );
}
