import { Text } from "@tarojs/components";
import { useState } from "react";
import { PREFERRED_NAME_MAX } from "@shared/domains/accounts/accounts.contract";
import { goTo } from "@miniapp/core/navigate";
import { useSettings } from "@miniapp/core/settings";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { RowLink } from "@miniapp/ui/row-link";
import { BirthDateField } from "../../birth-date-field";
import { ONBOARDING, useCompleteOnboarding } from "../../use-complete-onboarding";
import { useNameDraft } from "../../use-name-draft";

export default function OnboardingPage() {
  const { preferredName, setPreferredName, nameHint } = useNameDraft(ONBOARDING, "比如王阿姨、李师傅");
  const [birthDate, setBirthDate] = useState("");
  const community = useSettings((settings) => settings.community);
  const complete = useCompleteOnboarding();
  const isReady = preferredName.trim() !== "" && birthDate !== "" && community !== null;
  return (
    <Page title="认识一下" lead={<Text className="words-quiet">只问三样，问完就能订饭。</Text>}>
      <Field
        label="怎么称呼您"
        hint={nameHint}
        maxLength={PREFERRED_NAME_MAX}
        value={preferredName}
        onChange={setPreferredName}
      />
      <BirthDateField onChange={setBirthDate} />
      <Card isList>
        <RowLink
          icon="pin"
          text={community ? community.label : "选您住的社区"}
          note="按社区找走得到的食堂"
          onPress={() => goTo(toChooseCommunity({ keep: true }))}
        />
      </Card>
      <FormError error={complete.error} />
      <BigButton
        text="好了"
        isDisabled={!isReady}
        isBusy={complete.isPending}
        onPress={() => community && complete.mutate({ preferredName, birthDate, communityId: community.id })}
      />
    </Page>
  );
}
