import { Text } from "@tarojs/components";
import { useState } from "react";
import { useSession } from "@miniapp/core/session";
import { FindResident, type Resident } from "@miniapp/domains/accounts/index";
import { Page } from "@miniapp/ui/page";
import { NotSignedIn } from "../../not-signed-in";
import { PhoneOrderResident } from "../../phone-order-resident";
import { useWorkplace } from "../../use-workplace";
import { WorkbenchSide } from "../../workbench-side";

/** 工作台, 电话订餐: a meal for a resident who rings up. */
export default function PhoneOrderPage() {
  const place = useWorkplace();
  const { carePointId, carePointName } = place;
  const isGuest = useSession((session) => session.token === null);
  const [resident, setResident] = useState<Resident | null>(null);
  return (
    <Page
      title={`电话订餐 · ${carePointName}`}
      lead={<Text className="words-quiet">先问清是谁，再念日子和菜。</Text>}
      side={<WorkbenchSide place={place} here="phone-order" />}
    >
      {isGuest && <NotSignedIn />}
      {!isGuest && !resident && (
        <FindResident
          carePointId={carePointId}
          ifNobody="没有找到这个人。可以先在“登录码”里新登记，再回来订。"
          hasFocus
          onChosen={setResident}
        />
      )}
      {!isGuest && resident && (
        <PhoneOrderResident carePointId={carePointId} resident={resident} onNext={() => setResident(null)} />
      )}
    </Page>
  );
}
