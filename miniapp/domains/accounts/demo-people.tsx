import { Text, View } from "@tarojs/components";
import { Card } from "@miniapp/ui/card";
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
      <Text className="words-title">这是演示，选一位试试</Text>
      <FormError error={signIn.error} />
      <Card isList>
        {people.map(({ id, preferredName, description }) => (
          <RowLink key={id} icon="person" text={preferredName} note={description} onPress={() => signIn.mutate(id)} />
        ))}
      </Card>
    </View>
  );
}
