import { Text } from "@tarojs/components";
import { useState } from "react";
import { SEARCH_LONGEST } from "@shared/domains/care-points/care-points.contract";
import { useSettings } from "@miniapp/core/settings";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { Page } from "@miniapp/ui/page";
import { FoundCarePoints } from "../../found-care-points";

export default function FindCarePointPage() {
  const community = useSettings((settings) => settings.community);
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  const find = () => setText(typed.trim());
  return (
    <Page title="按名字找" lead={<Text className="words-quiet">记得几个字就行，拼音也行。</Text>}>
      <Field
        label="名字"
        hint="比如食堂、春风，或者拼音的头几个字母"
        maxLength={SEARCH_LONGEST}
        value={typed}
        onChange={setTyped}
        onSubmit={find}
      />
      <BigButton icon="search" text="找" onPress={find} />
      {community && text !== "" && <FoundCarePoints communityId={community.id} text={text} />}
    </Page>
  );
}
