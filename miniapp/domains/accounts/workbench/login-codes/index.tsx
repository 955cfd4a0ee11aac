import { Text } from "@tarojs/components";
import { useState } from "react";
import type { Resident } from "@shared/domains/accounts/accounts.contract";
import { Empty } from "@miniapp/ui/states";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Segmented } from "@miniapp/ui/segmented";
import { FindResident } from "../../find-resident";
import { IssuedCode } from "../../issued-code";
import { RegisterResident } from "../../register-resident";
import { useMe } from "../../use-me";

type Way = "find" | "register";
const WAYS = [
  { value: "find", text: "找人" },
  { value: "register", text: "新登记" },
] as const;

export default function LoginCodesPage() {
  const me = useMe();
  const [way, setWay] = useState<Way>("find");
  const [resident, setResident] = useState<Resident | null>(null);
  return (
    <Page title="登录码" lead={<Text className="words-quiet">只能用一次。念给本人听，或者写在纸上。</Text>}>
      <Loaded query={me}>
        {({ memberships: [membership] }) => {
          if (!membership) return <Empty title="这里是工作人员用的" text="用工作人员的登录名登录后再来。" />;
          const { carePointId, carePointName } = membership;
          return (
            <>
              <Text className="words-title">{carePointName}</Text>
              <Segmented label="给谁" options={WAYS} value={way} onChange={setWay} />
              {way === "find" ? (
                <FindResident carePointId={carePointId} onChosen={setResident} />
              ) : (
                <RegisterResident carePointId={carePointId} onRegistered={setResident} />
              )}
              {resident && (
                <IssuedCode carePointId={carePointId} resident={resident} onClose={() => setResident(null)} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
