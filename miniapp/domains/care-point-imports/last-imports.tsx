import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { Card } from "@miniapp/ui/card";
import { Loaded } from "@miniapp/ui/loaded";
import { RowLink } from "@miniapp/ui/row-link";
import { Text, View } from "@tarojs/components";
import { importWords, plainName } from "./copy";
import { toImport } from "./routes";
import type { useImports } from "./use-imports";

interface LastImportsProps {
  readonly office: Office;
  readonly query: ReturnType<typeof useImports>;
}

/** The last ten, with what still waits in them. */
export function LastImports({ office, query }: LastImportsProps) {
  return (
    <Loaded query={query}>
      {({ imports }) =>
        imports.length === 0 ? null : (
          <View className="stack">
            <Text className="words-title">最近导入的</Text>
            <Card isList>
              {imports.map((one) => (
                <RowLink
                  key={one.id}
                  icon="text"
                  text={plainName(one.fileName)}
                  note={`${one.atLabel}，${importWords(one)}`}
                  onPress={() => goTo(toImport(office, one.id))}
                />
              ))}
            </Card>
          </View>
        )
      }
    </Loaded>
  );
}
