import { Text, View } from "@tarojs/components";
import { useState } from "react";
import {
  carePointImportsContract,
  type ImportDatum,
} from "@shared/domains/care-point-imports/care-point-imports.contract";
import { importColumnKeys, importColumns } from "@shared/domains/care-point-imports/import-columns";
import { errorText } from "@miniapp/core/error-text";
import { ApiError } from "@miniapp/core/api-error";
import { goTo } from "@miniapp/core/navigate";
import { pickFile } from "@miniapp/core/pick-file";
import { canSaveTables, saveTable } from "@miniapp/core/save-table";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { roleOf } from "@miniapp/ui/role-of";
import { datumWords } from "./copy";
import { toImport, type Office } from "./routes";
import { useCheckImport } from "./use-imports";

const DATUMS = Object.keys(datumWords) as ImportDatum[];
const { mediaTypes } = carePointImportsContract.endpoints.checkImport.upload;

/** From which map the positions come, and the file; what was looked at opens by itself. */
export function ChooseFile({ office }: { office: Office }) {
  const [datum, setDatum] = useState<ImportDatum | null>(null);
  const check = useCheckImport();
  const choose = async (chosen: ImportDatum) => {
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
        <View className="import-choices" {...roleOf("radiogroup")} aria-label="经纬度从哪里取的">
          {DATUMS.map((one) => (
            <ChoiceRow key={one} {...datumWords[one]} isChosen={datum === one} onPress={() => setDatum(one)} />
          ))}
        </View>
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

/** The sentence, and which columns where some are missing. */
function FileRefused({ error }: { error: unknown }) {
  const missing =
    error instanceof ApiError && error.facts.code === "import_columns_missing"
      ? (error.facts.fields ?? []).map(({ path }) => path)
      : [];
  const more = missing.length > 0 ? `：${missing.join("、")}` : "";
  return (
    <View {...roleOf("alert")}>
      <Banner tone="danger" icon="info" text={`${errorText(error).text}${more}`} />
    </View>
  );
}

function saveTemplate(): void {
  const head = importColumnKeys.map((key) => {
    const { word, isRequired } = importColumns[key];
    return isRequired ? `${word}（必填）` : word;
  });
  saveTable({ fileName: "点位模板.csv", rows: [head, importColumnKeys.map((key) => importColumns[key].example)] });
}
