import { Text, View } from "@tarojs/components";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { FormError } from "@miniapp/ui/form-error";
import { RowLink } from "@miniapp/ui/row-link";
import { useDemoPeople } from "./use-demo-people";
import { useSignInAsDemoPerson } from "./use-sign-in";

/** The demo's people, one tap each; nothing on a real site. */
export function DemoPeople() {
  const people = useDemoPeople().data?.people ?? [];
  const signIn = useSignInAsDemoPerson();
  if (people.length === 0) return null;
  return (
    <View className="stack">
      <View>
        <Chip tone="amber" text="演示数据" />
      </View>
      <Text className="words-quiet">这是演示，里面的人和食堂都是编的。选一位试试：</Text>
      <FormError error={signIn.error} />
      <Card isList>
        {people.map(({ id, preferredName, description }) => (
          <RowLink key={id} icon="person" text={preferredName} note={description} onPress={() => signIn.mutate(id)} />
        ))}
      </Card>
    </View>
  );
}
