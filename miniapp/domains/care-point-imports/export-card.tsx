import { Text, View } from "@tarojs/components";
import type { Office } from "@miniapp/core/office";
import { canSaveTables } from "@miniapp/core/save-table";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { FormError } from "@miniapp/ui/form-error";
import { useSaveTable } from "./use-save-table";

/** All entries of the office's region as a table; on a phone it says where one gets it. */
export function ExportCard({ office: { regionId, regionName } }: { office: Office }) {
  const save = useSaveTable();
  const path = `/care-point-exports/facilities.csv?regionId=${encodeURIComponent(regionId)}`;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">导出全部点位</Text>
        <Text className="words-quiet">
          {canSaveTables()
            ? "用表格软件打开，改好了可以再导入。每人每天 5 次，会留下记录。"
            : "请在电脑上打开一刻，登录后从这里下载。"}
        </Text>
        <FormError error={save.error} />
        {canSaveTables() && (
          <BigButton
            kind="second"
            text="下载表格"
            isBusy={save.isPending}
            busyText="正在下载"
            onPress={() => save.mutate({ path, fileName: `${regionName}点位.csv` })}
          />
        )}
      </View>
    </Card>
  );
}
