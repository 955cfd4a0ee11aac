import { Text, View } from "@tarojs/components";
import { Card } from "@miniapp/ui/card";
import "./office-records.scss";

interface ChangeSidesProps {
  readonly before: string;
  readonly after: string;
}

/** What stands there beside what is wished; one below the other where there is no room. */
export function ChangeSides({ before, after }: ChangeSidesProps) {
  return (
    <View className="change-sides">
      <Side title="现在" words={before} />
      <Side title="想改成" words={after} />
    </View>
  );
}

function Side({ title, words }: { title: string; words: string }) {
  return (
    <View className="change-side">
      <Card>
        <View className="stack">
          <Text className="words-quiet">{title}</Text>
          <Text className="words-title">{words}</Text>
        </View>
      </Card>
    </View>
  );
}
