import { View } from "@tarojs/components";
import { useState } from "react";
import { MobilePhone } from "@shared/core/primitives";
import { PREFERRED_NAME_MAX, type Resident } from "@shared/domains/accounts/accounts.contract";
import { goTo } from "@miniapp/core/navigate";
import { usePickedCommunity } from "@miniapp/core/picked-community";
import { toChooseCommunity } from "@miniapp/domains/regions/routes";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { RowLink } from "@miniapp/ui/row-link";
import { BirthDateField } from "./birth-date-field";
import { useNameDraft } from "./use-name-draft";
import { REGISTRATION, useRegisterResident } from "./use-residents";

interface RegisterResidentProps {
  readonly carePointId: string;
  readonly onRegistered: (resident: Resident) => void;
}

export function RegisterResident({ carePointId, onRegistered }: RegisterResidentProps) {
  const { preferredName, setPreferredName, nameHint } = useNameDraft(REGISTRATION, "本人想让人怎么叫");
  const [birthDate, setBirthDate] = useState("");
  const [phone, setPhone] = useState("");
  const community = usePickedCommunity((picked) => picked.community);
  const register = useRegisterResident();
  const isPhoneFine = phone === "" || MobilePhone.safeParse(phone).success;
  const isReady = preferredName.trim() !== "" && birthDate !== "" && community !== null && isPhoneFine;
  const submit = () => {
    if (!community) return;
    const answers = { carePointId, preferredName, birthDate, communityId: community.id };
    register.mutate(phone === "" ? answers : { ...answers, phone }, { onSuccess: onRegistered });
  };
  return (
    <View className="stack">
      <Field
        label="称呼"
        hint={nameHint}
        maxLength={PREFERRED_NAME_MAX}
        value={preferredName}
        onChange={setPreferredName}
      />
      <BirthDateField onChange={setBirthDate} />
      <Field
        label="手机号"
        hint="没有可以不填"
        kind="number"
        maxLength={11}
        value={phone}
        onChange={setPhone}
        error={isPhoneFine ? undefined : "手机号是 11 位数字"}
      />
      <Card isList>
        <RowLink
          icon="pin"
          text={community ? community.label : "选社区"}
          note="本人住的社区"
          onPress={() => goTo(toChooseCommunity({ keep: false }))}
        />
      </Card>
      <FormError error={register.error} />
      <BigButton text="登记，给登录码" isDisabled={!isReady} isBusy={register.isPending} onPress={submit} />
    </View>
  );
}
