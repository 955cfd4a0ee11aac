import { useState } from "react";
import type { MealPoint, MealPointAbilities } from "@shared/domains/build-out/build-out-shapes";
import { goTo } from "@miniapp/core/navigate";
import type { Office } from "@miniapp/core/office";
import { canPrint } from "@miniapp/core/print";
import { BigButton } from "@miniapp/ui/big-button";
import { PointSheet, type SheetName } from "./point-sheets";
import { toBatch, toPlate } from "./routes";

interface PointActsProps {
  readonly point: MealPoint;
  readonly office: Office;
  readonly onSurvey: () => void;
}

interface Way {
  readonly ability: keyof MealPointAbilities;
  readonly text: string;
  /** What leads away from the way is never the loud one. */
  readonly isAside?: boolean;
  readonly onPress: () => void;
}

/** What one may do to the point now: what brings it on first and large, the others below. */
export function PointActs({ point, office, onSurvey }: PointActsProps) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const { abilities, survey, id } = point;
  const open = (name: SheetName) => () => setSheet(name);
  const ways: readonly Way[] = [
    { ability: "passSurvey", text: "摸排填好了，交上去", onPress: open("passSurvey") },
    { ability: "survey", text: survey === null ? "填摸排表" : "改摸排表", onPress: onSurvey },
    { ability: "agree", text: "核查", onPress: open("verify") },
    ...(abilities.agree
      ? []
      : [{ ability: "refuse" as const, text: "退回或不同意", isAside: true, onPress: open("verify") }]),
    { ability: "markBuilt", text: "建好了", onPress: open("markBuilt") },
    { ability: "plate", text: "挂牌，填牌号", onPress: open("plate") },
    { ability: "publish", text: "去公布", onPress: () => goTo(toBatch(office)) },
    { ability: "startOperating", text: "开始供餐了", onPress: open("startOperating") },
    { ability: "resume", text: "恢复", onPress: open("resume") },
    ...(canPrint()
      ? [{ ability: "showPlate" as const, text: "打印挂牌单", onPress: () => goTo(toPlate(office, id)) }]
      : []),
    { ability: "suspend", text: "暂停", isAside: true, onPress: open("suspend") },
    { ability: "close", text: point.carePointId === null ? "不建了" : "关停", isAside: true, onPress: open("close") },
  ];
  const offered = ways.filter(({ ability }) => abilities[ability]);
  return (
    <>
      {offered.map(({ text, isAside = false, onPress }, place) => (
        <BigButton key={text} kind={isAside ? "quiet" : place === 0 ? "primary" : "second"} {...{ text, onPress }} />
      ))}
      {sheet && <PointSheet name={sheet} point={point} onClose={() => setSheet(null)} />}
    </>
  );
}
