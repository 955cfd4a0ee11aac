import type { NetworkState, RequirementState } from "@shared/domains/network/network-shapes";
import { packOf, percentLabel, presentPath, presentRegion, rateOf } from "@server/domains/regions/index";
import type { Network } from "./load-network";
import { measureRequirement, missingOf, targetsOf, type Measured } from "./measure-requirement";
import { responsibleFor } from "./responsible";
import { saidIn } from "./said";
import { presentTarget } from "./target-state";

/** The network counted, and each list with what lacks most first. */
export function presentNetwork(network: Network): NetworkState {
  const measured = network.requirements.map((requirement) => measureRequirement(requirement, network));
  return {
    path: presentPath(network.region),
    asOf: network.today,
    requirements: measured
      .map((one) => presentRequirement(one, network))
      .sort((a, b) => (b.missing ?? b.regionsWithout) - (a.missing ?? a.regionsWithout)),
    targets: measured.flatMap((one) =>
      targetsOf(one.requirement, network).map((target) => presentTarget({ target, measured: one, network })),
    ),
    below: belowOf(measured, network),
  };
}

function presentRequirement(measured: Measured, network: Network): RequirementState {
  const { requirement, required, existing, without } = measured;
  const { key, name, level, measure, due = null } = requirement;
  return {
    key,
    name,
    levelName: level,
    measure,
    due,
    required,
    existing,
    missing: missingOf(measured),
    percent: percentOf(measured, network),
    regionsWithout: without.length,
    responsible: responsibleFor(requirement, network.region),
    source: saidIn(packOf(network.region), requirement),
  };
}

/** With as many decimals as the paper prints, where it prints one. */
function percentOf({ requirement, required, existing }: Measured, network: Network): string {
  if (required === null) return "—";
  const [target] = targetsOf(requirement, network);
  const isPrinted = (target?.printed?.["rate"] ?? target?.implied?.["rate"]) !== undefined;
  const rate = target && isPrinted ? rateOf({ ...target, actual: { value: existing, of: { value: required } } }) : null;
  return rate?.label ?? percentLabel({ part: existing, whole: required, decimals: 0 });
}

/** The regions below, by how many places are missing in each; a city's own target counts in none of them. */
function belowOf(measured: readonly Measured[], { region, tree }: Network): NetworkState["below"] {
  const depth = region.path.length;
  const missing = new Map<string, number>();
  for (const { requirement, without } of measured) {
    if (requirement.measure === "count_to_target") continue;
    for (const { path } of without) {
      const id = path[depth]?.id;
      if (id !== undefined) missing.set(id, (missing.get(id) ?? 0) + 1);
    }
  }
  return [...tree.values()]
    .filter(({ parentId, isCommunity }) => parentId === region.id && !isCommunity)
    .map((below) => ({ region: presentRegion(below), missing: missing.get(below.id) ?? 0 }))
    .sort((a, b) => b.missing - a.missing);
}
