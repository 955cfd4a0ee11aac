import type { Import } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { BigButton } from "@miniapp/ui/big-button";

/** How many rows are neither good nor decided. */
export const leftOf = ({ counts }: Import): number => counts.bad + counts.double;

/** The one act of the page: all rows, or the good ones alone; what it means is said once more before it happens. */
export function ApplyButton({ batch, onPress }: { batch: Import; onPress: () => void }) {
  const { ready } = batch.counts;
  const text = leftOf(batch) === 0 ? `全部导入，${ready} 行` : `只导入好的 ${ready} 行`;
  return <BigButton text={text} isDisabled={ready === 0} onPress={onPress} />;
}
