import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { goTo } from "@miniapp/core/navigate";
import { useSession } from "@miniapp/core/session";
import { switchTab } from "@miniapp/core/tabs";
import { canSpeak } from "@miniapp/core/voice";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { Page } from "@miniapp/ui/page";
import { roleOf } from "@miniapp/ui/role-of";
import { RowLink } from "@miniapp/ui/row-link";
import { findPlaces, type Place } from "../../find-places";
import { places } from "../../places";
import { toSignIn } from "../../routes";

const MAX_TYPED = 20;

export default function SearchPage() {
  const [typed, setTyped] = useState("");
  const isGuest = useSession((session) => session.token === null);
  const help = useHelpPhone();
  const found = findPlaces(
    places.filter(({ needsVoice = false }) => !needsVoice || canSpeak()),
    typed,
  );
  const open = ({ to, isPersonal = false }: Place) => {
    if (to === "call") callPhone(help.phone);
    else if (isGuest && isPersonal) goTo(toSignIn());
    else if ("tab" in to) switchTab(to.tab);
    else goTo(to.page);
  };
  return (
    <Page title="找功能" lead={<Text className="words-quiet">想做什么，打两个字就行。</Text>}>
      <Field label="找什么" hint="比如大字、订饭、家人" maxLength={MAX_TYPED} value={typed} onChange={setTyped} />
      {found.length === 0 ? (
        <View className="stack" {...roleOf("status")}>
          <Text>{`没有找到“${typed}”。换个短一点的词再试试，或者打电话问${help.name}。`}</Text>
          <BigButton kind="second" icon="phone" text={`打电话 ${help.phone}`} onPress={() => callPhone(help.phone)} />
        </View>
      ) : (
        <Card isList>
          {found.map((place) => (
            <RowLink
              key={place.text}
              icon={place.icon}
              text={place.text}
              note={isGuest && place.isPersonal ? `${place.note}，先登录` : place.note}
              onPress={() => open(place)}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
