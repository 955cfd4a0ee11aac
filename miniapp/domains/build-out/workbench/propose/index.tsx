import { Text } from "@tarojs/components";
import { useState } from "react";
import { ADDRESS_LONGEST, NAME_LONGEST, REASON_LONGEST } from "@shared/domains/build-out/build-out-shapes";
import { replaceWith } from "@miniapp/core/navigate";
import { useOffice } from "@miniapp/core/office";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { Page } from "@miniapp/ui/page";
import { View } from "@tarojs/components";
import { OfficeSide } from "../../office-side";
import { PlaceField, type Place } from "../../place-field";
import { toMealPoint } from "../../routes";
import { useProposeMealPoint } from "../../use-propose-meal-point";
import "../../build-out.scss";

/** 报一个新点位: where, what it is called, and why there. */
export default function ProposePage() {
  const office = useOffice();
  const [place, setPlace] = useState<Place>({ id: office.regionId, name: office.regionName });
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [proposal, setProposal] = useState("");
  const propose = useProposeMealPoint();
  const typed = { name: name.trim(), address: address.trim(), proposal: proposal.trim() };
  const submit = () =>
    propose.mutate({ regionId: place.id, ...typed }, { onSuccess: ({ id }) => replaceWith(toMealPoint(office, id)) });
  return (
    <Page
      title="报一个新点位"
      lead={<Text className="words-quiet">先报上来，再去看地方、填摸排表。</Text>}
      side={<OfficeSide office={office} here="other" />}
    >
      <View className="stack build-narrow">
        <PlaceField office={office} place={place} onChange={setPlace} />
        <Field label="点位叫什么" maxLength={NAME_LONGEST} value={name} onChange={setName} />
        <Field label="地址" maxLength={ADDRESS_LONGEST} value={address} onChange={setAddress} />
        <Field
          label="为什么建在这里"
          hint="比如 附近 80 岁以上的多，没有吃饭的地方"
          maxLength={REASON_LONGEST}
          value={proposal}
          onChange={setProposal}
        />
        <FormError error={propose.error} />
        <BigButton
          text="报上来"
          busyText="正在报"
          isDisabled={Object.values(typed).includes("")}
          isBusy={propose.isPending}
          onPress={submit}
        />
      </View>
    </Page>
  );
}
