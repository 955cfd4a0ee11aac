import { View } from "@tarojs/components";
import { useState } from "react";
import type { Reconciliation, Side } from "@shared/domains/reconciliation/reconciliation.contract";
import type { Office } from "@miniapp/core/office";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { sideTitle } from "./copy";
import { CountyBoard } from "./county-board";
import { UnmatchedList } from "./unmatched-list";

interface CityPartsProps {
  readonly office: Office;
  readonly regionId: string;
  readonly figures: NonNullable<Reconciliation["figures"]>;
}

/** A city is looked at one part at a time: county by county, or what only one side has in all of it. */
export function CityParts({ office, regionId, figures: { counties, unmatched } }: CityPartsProps) {
  const [part, setPart] = useState<"counties" | Side>("counties");
  const chip = (one: typeof part, text: string) => (
    <FilterChip text={text} isChosen={part === one} onPress={() => setPart(one)} />
  );
  return (
    <>
      <View className="filters paper-tools">
        {chip("counties", "各县（市、区）")}
        {chip("theirs", sideTitle("theirs", unmatched.theirs))}
        {chip("ours", sideTitle("ours", unmatched.ours))}
      </View>
      {part === "counties" ? (
        <CountyBoard office={office} counties={counties} />
      ) : (
        <UnmatchedList key={part} regionId={regionId} side={part} first={unmatched[part]} />
      )}
    </>
  );
}
