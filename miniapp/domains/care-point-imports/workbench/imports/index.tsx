import { Text } from "@tarojs/components";
import { useOffice } from "@miniapp/core/office";
import { useRefreshOnShow } from "@miniapp/core/use-refresh-on-show";
import { Page } from "@miniapp/ui/page";
import { ChooseFile } from "../../choose-file";
import { ExportCard } from "../../export-card";
import { ImportSide } from "../../import-side";
import { LastImports } from "../../last-imports";
import { useImports } from "../../use-imports";
import "../../imports.scss";

/** 导入和导出: a list of care points comes in, or all of them go out. */
export default function ImportsPage() {
  const office = useOffice();
  const query = useImports(office.regionId);
  useRefreshOnShow(query.refetch);
  return (
    <Page
      title={`导入和导出 · ${office.regionName}`}
      lead={<Text className="words-quiet">一张表，一次带进许多点位。</Text>}
      side={<ImportSide office={office} here="imports" />}
    >
      <ChooseFile office={office} />
      <LastImports office={office} query={query} />
      <ExportCard office={office} />
    </Page>
  );
}
