import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { canSpeak } from "@miniapp/core/voice";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { Page } from "@miniapp/ui/page";
import { roleOf } from "@miniapp/ui/role-of";
import { findPlaces } from "../../find-places";
import { FoundPlaces } from "../../found-places";
import { places } from "../../places";

const MAX_TYPED = 20;

export default function SearchPage() {
  const [typed, setTyped] = useState("");
  const help = useHelpPhone();
  const there = places.filter(({ needsVoice = false }) => !needsVoice || canSpeak());
  const found = findPlaces(there, typed);
  return (
    <Page title="找功能" lead={<Text className="words-quiet">想做什么，打两个字就行。</Text>}>
      <Field label="找什么" hint="比如大字、订饭、家人" maxLength={MAX_TYPED} value={typed} onChange={setTyped} />
      {found.length === 0 ? (
        <View className="stack" {...roleOf("status")}>
          <Text>{`没有找到“${typed}”。换个短一点的词再试试，或者打电话问${help.name}。`}</Text>
          <BigButton kind="second" icon="phone" text={`打电话 ${help.phone}`} onPress={() => callPhone(help.phone)} />
        </View>
      ) : (
        <FoundPlaces places={found} />
      )}
    </Page>
  );
}
