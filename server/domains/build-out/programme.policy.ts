import type { programmeContract } from "@shared/domains/build-out/programme.contract";
import type { Policies } from "@server/core/http/handlers";
import type { Actor, Policy } from "@server/core/policy";
import { checkOfficer } from "@server/domains/accounts/index";
import { buildOutPolicy } from "./build-out.policy";

interface OfCity {
  readonly cityId: string;
  readonly countyIds: readonly string[];
}

/** How far all are, everybody sees; who split the target, only the city's office and its counties'. */
export const seesSplits = (actor: Actor, { cityId, countyIds }: OfCity): boolean =>
  [cityId, ...countyIds].some((id) => checkOfficer(actor, id));

const cityOffice: Policy<{ readonly cityId: string }> = (actor, { cityId }) =>
  checkOfficer(actor, cityId) ? "allow" : "forbidden";

export const programmePolicy = {
  splitTarget: cityOffice,
  publishBatch: buildOutPolicy.proposeMealPoint,
  listBatches: buildOutPolicy.listMealPoints,
  getPlate: buildOutPolicy.getMealPoint,
} satisfies Policies<typeof programmeContract>;
