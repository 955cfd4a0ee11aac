import { Text } from "@tarojs/components";
import { useState } from "react";
import { goTo } from "@miniapp/core/navigate";
import { Card } from "@miniapp/ui/card";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { Segmented } from "@miniapp/ui/segmented";
import { toStaffSignIn } from "../../routes";
import { CodeForm } from "../../code-form";
import { DemoPeople } from "../../demo-people";
import { PhoneForm } from "../../phone-form";
import { WechatSignIn } from "../../wechat-sign-in";

type Way = "code" | "phone";
const WAYS = [
  { value: "code", text: "有登录码" },
  { value: "phone", text: "手机短信" },
] as const;

export default function SignInPage() {
  const [way, setWay] = useState<Way>("code");
  return (
    <Page
      title="登录"
      lead={<Text className="words-quiet">没有登录码？请照护点的工作人员给您一个，在柜台、在电话里都行。</Text>}
    >
      {process.env.TARO_ENV === "weapp" && <WechatSignIn />}
      <Segmented label="怎么登录" options={WAYS} value={way} onChange={setWay} />
      {way === "code" ? <CodeForm /> : <PhoneForm onSent={() => setWay("code")} />}
      <DemoPeople />
      <Card isList>
        <RowLink icon="key" text="工作人员登录" note="用姓名和密码" onPress={() => goTo(toStaffSignIn())} />
      </Card>
    </Page>
  );
}
