import type { carePointMergesContract } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findCarePoints, searchOfficeEntries, type CarePointDocument } from "@server/domains/care-points/index";
import { districtOf, findRegion } from "@server/domains/regions/index";
import { answerMerge } from "./answer-merge";
import type { CarePointMergeDocument } from "./merge.model";
import { carePointMergesPolicy as policy } from "./merges.policy";
import { presentMerge, presentSide } from "./merges.presenter";
import { findMerge, findMergesOf } from "./merges.queries";
import { proposeMerge } from "./propose-merge";
import { findSuspects } from "./suspects";

const SIDES_AT_MOST = 10;

export function createCarePointMergesHandlers(
  deps: Pick<Deps, "clock" | "actors">,
): Handlers<typeof carePointMergesContract> {
  const presentOne = async (merge: CarePointMergeDocument, actorId: string) => {
    const entries = await entriesById(merge.sides);
    const presented = presentMerge(merge, { entries, actorId, now: deps.clock.now() });
    if (!presented) throw notFound();
    return presented;
  };
  return {
    listMerges: async ({ actor, authorize, query: { regionId } }) => {
      authorize(policy.listMerges(actor, { regionId }));
      const office = await findRegion(regionId);
      if (!office) throw notFound();
      const merges = await findMergesOf(regionId);
      // What was turned down once is not suggested again.
      const pairs = await findSuspects(office, new Set(merges.flatMap(({ sides }) => sides)));
      const entries = await entriesById([
        ...merges.flatMap(({ sides }) => sides),
        ...pairs.flatMap(({ keepId, goneId }) => [keepId, goneId]),
      ]);
      const known = { entries, actorId: actor.id, now: deps.clock.now() };
      return {
        merges: merges.flatMap((merge) => presentMerge(merge, known) ?? []),
        suspects: pairs.flatMap(({ keepId, goneId, metres }) => {
          const [keep, gone] = [entries.get(keepId), entries.get(goneId)];
          return keep && gone ? [{ keep: presentSide(keep), gone: presentSide(gone), metres }] : [];
        }),
      };
    },

    findMergeSides: async ({ actor, authorize, query: { regionId, name } }) => {
      authorize(policy.findMergeSides(actor, { regionId }));
      const office = await findRegion(regionId);
      const districtId = office && districtOf(office);
      if (!office || !districtId) return { sides: [] };
      const found = await searchOfficeEntries({
        cityId: office.cityId,
        districtId,
        text: name,
        limit: SIDES_AT_MOST,
      });
      const entries = await entriesById(found.map(({ _id }) => _id));
      return { sides: [...entries.values()].filter(({ withheld }) => withheld?.why !== "merged").map(presentSide) };
    },

    proposeMerge: async ({ actor, authorize, key, body }) => {
      authorize(policy.proposeMerge(actor, body));
      return presentOne(await proposeMerge(deps, { ...body, actorId: actor.id, key }), actor.id);
    },

    answerMerge: async ({ actor, authorize, key, params: { mergeId }, body: { answer } }) => {
      const merge = await findMerge(mergeId);
      authorize(policy.answerMerge(actor, merge));
      if (!merge) throw notFound();
      return presentOne(await answerMerge(deps, { merge, answer, actorId: actor.id, key }), actor.id);
    },
  };
}

async function entriesById(ids: readonly string[]): Promise<ReadonlyMap<string, CarePointDocument>> {
  const found = ids.length > 0 ? await findCarePoints([...new Set(ids)]) : [];
  return new Map(found.map((entry) => [entry._id, entry]));
}
