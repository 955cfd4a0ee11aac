import { Text, View } from "@tarojs/components";
import { Side, type Reconciliation } from "@shared/domains/reconciliation/reconciliation.contract";
import type { Office } from "@miniapp/core/office";
import { canPrint, printPage } from "@miniapp/core/print";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Figures } from "@miniapp/ui/figures";
import { Empty } from "@miniapp/ui/states";
import { asOfWords, differenceWords, figuresOf, nothingWords, sumWords, troubleLine } from "./copy";
import { CityParts } from "./city-parts";
import { UnmatchedList } from "./unmatched-list";

/** Theirs beside ours: the sums, and what only one side has; a city looks county by county first. */
export function ReconciliationReport({ office, report }: { office: Office; report: Reconciliation }) {
  const { region, figures } = report;
  if (figures === null) return <Empty {...nothingWords(report)} />;
  const { total, counties, unmatched } = figures;
  const trouble = troubleLine(report, figures);
  return (
    <>
      <View className="paper-title">
        <Text>{`${region.name} · 和省平台对账`}</Text>
      </View>
      {trouble !== null && <Banner tone="amber" icon="info" text={trouble} />}
      <Figures figures={figuresOf(figures)} />
      <View className="stack">
        <Text>{`省平台 ${sumWords(total.theirs)}；我们 ${sumWords(total.ours)}：${differenceWords(total.difference)}。`}</Text>
        <Text className="words-quiet">{asOfWords(figures)}</Text>
      </View>
      {counties.length > 1 ? (
        <CityParts office={office} regionId={region.id} figures={figures} />
      ) : (
        Side.options.map((side) => (
          <UnmatchedList key={side} regionId={region.id} side={side} first={unmatched[side]} />
        ))
      )}
      {canPrint() && (
        <View className="paper-tools">
          <BigButton kind="second" icon="print" text="打印" onPress={printPage} />
        </View>
      )}
    </>
  );
}
