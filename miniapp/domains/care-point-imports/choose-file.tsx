import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Datum } from "@shared/core/datum";
import { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { pickFile } from "@miniapp/core/pick-file";
import { canSaveTables } from "@miniapp/core/save-table";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { DatumChoice } from "./datum-choice";
import { FileRefused } from "./file-refused";
import { toImport } from "./routes";
import { saveTemplate } from "./save-template";
import { useCheckImport } from "./use-imports";

const { mediaTypes } = carePointImportsContract.endpoints.checkImport.upload;

/** From which map the positions come, and the file; what was looked at opens by itself. */
export function ChooseFile({ office }: { office: Office }) {
  const [datum, setDatum] = useState<Datum | null>(null);
  const check = useCheckImport();
  const choose = async (chosen: Datum) => {
    const file = await pickFile(mediaTypes);
    if (!file) return;
    check.mutate(
      { regionId: office.regionId, datum: chosen, file },
      { onSuccess: ({ id }) => goTo(toImport(office, id)) },
    );
  };
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">导入一张表</Text>
        <Text className="words-quiet">先核对，不会马上改。表里的经纬度是从哪里取的？</Text>
        <DatumChoice datum={datum} onChange={setDatum} />
        {check.error && <FileRefused error={check.error} />}
        <BigButton
          text="选表格文件"
          isDisabled={datum === null}
          isBusy={check.isPending}
          busyText="正在核对每一行"
          onPress={() => datum && void choose(datum)}
        />
        {canSaveTables() && <BigButton kind="quiet" text="下载空白模板" onPress={saveTemplate} />}
      </View>
    </Card>
  );
}
