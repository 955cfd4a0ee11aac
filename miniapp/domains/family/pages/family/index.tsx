import { Text } from "@tarojs/components";
import { useState } from "react";
import type { Bond } from "@shared/domains/family/family.contract";
import { useActingFor } from "@miniapp/core/acting-for";
import { goTo } from "@miniapp/core/navigate";
import { switchTab } from "@miniapp/core/tabs";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { BondCard } from "../../bond-card";
import { EndBond } from "../../end-bond";
import { toAccept, toActs, toInvite } from "../../routes";
import { useBonds } from "../../use-bonds";
import { elderOf } from "../../use-elders";

interface Ending {
  readonly bond: Bond;
  /** Whether it is I who acts. */
  readonly isMine: boolean;
}

export default function FamilyPage() {
  const query = useBonds();
  const begin = useActingFor((acting) => acting.begin);
  const [ending, setEnding] = useState<Ending | null>(null);
  useRefreshOnShow(query.refetch);
  const actFor = (bond: Bond) => {
    begin(elderOf(bond));
    switchTab("home");
  };
  return (
    <Page title="家人" lead={<Text className="words-quiet">家人可以替老人订餐，老人随时能收回。</Text>}>
      <Loaded query={query}>
        {({ iActFor, actForMe }) => (
          <>
            {iActFor.length > 0 && <Text className="words-title">我替谁办事</Text>}
            {iActFor.map((bond) => (
              <BondCard
                key={bond.id}
                bond={bond}
                endText="不再帮忙了"
                onEnd={() => setEnding({ bond, isMine: true })}
                onAct={bond.scopes.includes("meals") ? () => actFor(bond) : undefined}
              />
            ))}
            {actForMe.length > 0 && <Text className="words-title">谁替我办事</Text>}
            {actForMe.map((bond) => (
              <BondCard
                key={bond.id}
                bond={bond}
                endText="不让帮忙了"
                onEnd={() => setEnding({ bond, isMine: false })}
              />
            ))}
            <Card isList>
              <RowLink icon="key" text="请家人帮我" note="做一个邀请码，念给家人听" onPress={() => goTo(toInvite())} />
              <RowLink icon="person" text="我帮家人" note="填老人念的邀请码" onPress={() => goTo(toAccept())} />
              <RowLink icon="clock" text="家人替我办了什么" onPress={() => goTo(toActs())} />
            </Card>
          </>
        )}
      </Loaded>
      {ending && <EndBond {...ending} onClose={() => setEnding(null)} />}
    </Page>
  );
}
