import { View } from "@tarojs/components";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { useSignInWithWechat } from "./use-sign-in";

/** One tap inside WeChat. */
export function WechatSignIn() {
  const signIn = useSignInWithWechat();
  return (
    <View className="stack">
      <BigButton text="微信登录" isBusy={signIn.isPending} onPress={() => signIn.mutate()} />
      <FormError error={signIn.error} />
    </View>
  );
}
