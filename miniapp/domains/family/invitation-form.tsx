import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { BondLength, FamilyScope, Relation } from "@shared/domains/family/family.contract";
import { familyRulesOn, lengthWords, relationWords, scopeWords } from "@shared/domains/family/family.rules";
import { businessDay } from "@shared/core/dates";
import { serverNow } from "@miniapp/core/server-clock";
import { BigButton } from "@miniapp/ui/big-button";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { ScopeRow } from "./scope-row";
import type { InvitationWish } from "./use-invite-family";

interface InvitationFormProps {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onReady: (wish: InvitationWish) => void;
}

/** Who, for what, for how long: the three questions before a code is made. */
export function InvitationForm({ error, isBusy, onReady }: InvitationFormProps) {
  const [relation, setRelation] = useState<Relation>("daughter");
  const [scopes, setScopes] = useState<readonly FamilyScope[]>(["meals"]);
  const [lasts, setLasts] = useState<BondLength>(familyRulesOn(businessDay(serverNow())).usualLength);
  const toggle = (scope: FamilyScope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  return (
    <>
      <Text className="words-title">请谁帮忙</Text>
      <View className="stack" {...roleOf("radiogroup")} aria-label="请谁帮忙">
        {Relation.options.map((one) => (
          <ChoiceRow key={one} text={relationWords[one]} isChosen={one === relation} onPress={() => setRelation(one)} />
        ))}
      </View>
      <Text className="words-title">可以做什么</Text>
      {FamilyScope.options.map((scope) => (
        <ScopeRow
          key={scope}
          text={scopeWords[scope]}
          isChosen={scopes.includes(scope)}
          onPress={() => toggle(scope)}
        />
      ))}
      <Text className="words-title">多长时间</Text>
      <View className="stack" {...roleOf("radiogroup")} aria-label="多长时间">
        {BondLength.options.map((one) => (
          <ChoiceRow key={one} text={lengthWords[one]} isChosen={one === lasts} onPress={() => setLasts(one)} />
        ))}
      </View>
      <FormError error={error} />
      <BigButton
        text="做一个邀请码"
        isDisabled={scopes.length === 0}
        isBusy={isBusy}
        onPress={() => onReady({ relation, scopes: [...scopes], lasts })}
      />
    </>
  );
}
