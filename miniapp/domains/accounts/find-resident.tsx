import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { PREFERRED_NAME_MAX, type Resident } from "@shared/domains/accounts/accounts.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { FormError } from "@miniapp/ui/form-error";
import { RowLink } from "@miniapp/ui/row-link";
import { roleOf } from "@miniapp/ui/role-of";
import { useFindResidents } from "./use-residents";

interface FindResidentProps {
  readonly carePointId: string;
  readonly onChosen: (resident: Resident) => void;
  /** What to do when nobody is found. */
  readonly ifNobody?: string;
  /** Finding somebody is what the page is opened for: the cursor stands here. */
  readonly hasFocus?: boolean;
}

/** What tells two people of one name apart: age and the end of the phone number. */
export const distinction = ({ age, phoneTail }: Resident): string =>
  [age === null ? "年龄没有登记" : `${age} 岁`, phoneTail === null ? "没有留手机" : `手机尾号 ${phoneTail}`].join(
    " · ",
  );

export function FindResident(props: FindResidentProps) {
  const { carePointId, onChosen, ifNobody = "没有找到这个人，可以点“新登记”。", hasFocus = false } = props;
  const [search, setSearch] = useState("");
  const find = useFindResidents();
  const submit = () => {
    if (search.trim() !== "" && !find.isPending) find.mutate({ carePointId, search });
  };
  return (
    <View className="stack">
      <Field
        label="称呼或手机尾号"
        hint="打拼音头字母也行"
        maxLength={PREFERRED_NAME_MAX}
        value={search}
        onChange={setSearch}
        onSubmit={submit}
        hasFocus={hasFocus}
      />
      <FormError error={find.error} />
      <BigButton text="找一找" isDisabled={search.trim() === ""} isBusy={find.isPending} onPress={submit} />
      {find.data?.residents.length === 0 && <Text {...roleOf("status")}>{ifNobody}</Text>}
      {find.data && find.data.residents.length > 0 && (
        <Card isList>
          {find.data.residents.map((resident) => (
            <RowLink
              key={resident.id}
              icon="person"
              text={resident.preferredName}
              note={distinction(resident)}
              onPress={() => onChosen(resident)}
            />
          ))}
        </Card>
      )}
    </View>
  );
}
