import { randomUUID } from "node:crypto";
import type { WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { claimCarePoint } from "@server/domains/care-point-records/claim-care-point";
import { proposeChange } from "@server/domains/care-point-records/propose-change";
import { RecordChangeModel } from "@server/domains/care-point-records/record-change.model";
import { buildCarePoint, findCarePoint, type CarePointDocument } from "@server/domains/care-points/index";
import { now, type Examples } from "./example-shapes";
import { changedBySomebody } from "./record-world";
import { OFFICE, type World } from "./world";

type Place = Pick<World, "app" | "carePointId">;
type Of<D extends keyof Examples> = Examples[D];

/** A name that nobody has had yet. */
const freshName = () => `春风食堂 ${randomUUID().slice(0, 4)}`;
const officers = <const B>(body: B) => ({ as: "officer", key: randomUUID(), body }) as const;

async function entryOf({ carePointId }: Pick<World, "carePointId">): Promise<CarePointDocument> {
  const carePoint = await findCarePoint(carePointId);
  if (!carePoint) throw new Error("no such care point");
  return carePoint;
}

/** Another place of the community, that nobody manages. */
export const freshPlace = ({ communityId }: Pick<World, "communityId">, more: object = {}) =>
  buildCarePoint({ regionId: communityId, name: freshName(), ...more });

/** A fresh proposal of another name, or of another operator; the only one of its kind that waits. */
export async function proposed(place: Place, proposerId: string, what: "name" | "operator" = "name"): Promise<string> {
  const { app, carePointId } = place;
  await RecordChangeModel.deleteMany({ carePointId, what, state: "open" });
  const name = freshName();
  const wanted = what === "name" ? { what, name } : { what, name, since: "2026-11-01" };
  const carePoint = await entryOf(place);
  const asked = { carePoint, wanted, isCertain: false, actorId: proposerId, key: randomUUID() };
  return (await proposeChange(app.deps, asked))._id;
}

/** A fresh claim of somebody, of a place in the same region. */
export async function claimed(place: Place, claimantId: string): Promise<string> {
  const { regionId } = await entryOf(place);
  const carePoint = await freshPlace({ communityId: regionId });
  const asked = { carePoint, evidence: "我管这里", phone: "13800138022", actorId: claimantId, key: randomUUID() };
  return (await claimCarePoint(place.app.deps, asked))._id;
}

export const recordChangeExamples: Of<"record-changes"> = {
  listOwnChanges: ({ carePointId }) => now({ as: "manager", query: { carePointId } }),
  proposeChange: async ({ carePointId }) => {
    await RecordChangeModel.deleteMany({ carePointId, state: "open" });
    const body = { carePointId, change: { what: "name", name: freshName() }, isCertain: true } as const;
    return { as: "manager", key: randomUUID(), body };
  },
  withdrawChange: async (world) => ({
    as: "manager",
    key: randomUUID(),
    params: { changeId: await proposed(world, world.managerId, "operator") },
  }),
  listOfficeChanges: async (world) => {
    await proposed(world, world.managerId);
    return { as: "officer", query: { regionId: OFFICE } };
  },
  settleChange: async (world) => {
    const { _id: carePointId, version } = await freshPlace(world);
    const changeId = await proposed({ app: world.app, carePointId }, world.managerId);
    return {
      ...officers({ answer: "approved", version, words: "核对过执照", endsRoles: false }),
      params: { changeId },
    };
  },
};

export const officeRecordExamples: Of<"office-records"> = {
  listOfficeRecords: () => now({ as: "officer", query: { regionId: OFFICE, show: "overdue" } }),
  searchOfficeRecords: () => now({ as: "officer", query: { regionId: OFFICE, text: "春风" } }),
  getOfficeRecord: ({ carePointId }) => now({ as: "officer", params: { carePointId } }),
  withholdRecord: async (world) => {
    const { _id: carePointId, version } = await freshPlace(world);
    return officers({ carePointId, version, why: "unpublished", words: "装修到年底" });
  },
  publishRecord: async (world) => {
    const withheld = { since: "2026-11-20", why: "unpublished", mergedInto: null };
    const { _id: carePointId, version } = await freshPlace(world, { withheld });
    return officers({ carePointId, version });
  },
};

export const claimExamples: Of<"claims"> = {
  getOwnClaim: ({ carePointId: placeId }) => now({ as: "elder", query: { placeId } }),
  claimCarePoint: async (world) => {
    const { _id: placeId } = await freshPlace(world);
    return { as: "elder", key: randomUUID(), body: { placeId, evidence: "我管这里", phone: "13800138022" } };
  },
  listOfficeClaims: async (world) => {
    await claimed(world, world.elderId);
    return { as: "officer", query: { regionId: OFFICE } };
  },
  settleClaim: async (world) => {
    const { _id } = await buildPerson(world.app.deps, { communityId: world.communityId });
    const loginName = `claimant-${randomUUID()}`.slice(0, 30);
    return {
      ...officers({ answer: "approved", loginName, words: "打过电话" }),
      params: { claimId: await claimed(world, _id) },
    };
  },
  leaveCarePoint: ({ carePointId }) => now({ as: "leaver", body: { carePointId } }),
};

const proposing = (change: WantedChange) => ({
  provoke: ({ carePointId }: World) =>
    Promise.resolve({ as: "manager", key: randomUUID(), body: { carePointId, change } } as const),
});
const position = (latitude: number, longitude: number) =>
  proposing({ what: "position", datum: "wgs84", latitude, longitude });
const withheldAs = (why: "not_plated" | "merged" | "unpublished", versionAhead = 0) => ({
  provoke: async (world: World) => {
    const withheld = { since: "2026-11-20", why, mergedInto: null };
    const { _id: carePointId, version } = await freshPlace(world, { withheld });
    return officers({ carePointId, version: version + versionAhead });
  },
});

export const recordChangeRecipes = {
  proposeChange: {
    change_waiting: {
      provoke: async (world: World) => {
        await proposed(world, world.managerId);
        const { carePointId } = world;
        const body = { carePointId, change: { what: "name", name: freshName() } } as const;
        return { as: "manager", key: randomUUID(), body } as const;
      },
    },
    nothing_changed: proposing({ what: "kinds", kinds: ["canteen"] }),
    position_swapped: position(113.88, 35.3),
    position_far: position(34.7, 113.6),
  },
  settleChange: {
    record_changed: {
      provoke: async (world: World) => {
        const changeId = await proposed(world, world.managerId);
        const { version } = await entryOf(world);
        await changedBySomebody(world);
        return { ...officers({ answer: "approved", version } as const), params: { changeId } };
      },
    },
  },
};

export const officeRecordRecipes = {
  withholdRecord: {
    record_changed: {
      provoke: async (world: World) => {
        const { _id: carePointId, version } = await freshPlace(world);
        return officers({ carePointId, version: version + 1, why: "closed", words: "停办" } as const);
      },
    },
  },
  publishRecord: {
    record_changed: withheldAs("unpublished", 1),
    not_plated: withheldAs("not_plated"),
    merged_away: withheldAs("merged"),
  },
};

const claiming = (body: { readonly placeId: string; readonly phone?: string }) =>
  ({ as: "elder", key: randomUUID(), body: { evidence: "我管这里", ...body } }) as const;

export const claimRecipes = {
  claimCarePoint: {
    already_managed: {
      provoke: ({ carePointId: placeId }: World) => Promise.resolve(claiming({ placeId, phone: "13800138022" })),
    },
    claim_waiting: {
      provoke: async (world: World) => {
        const carePoint = await freshPlace(world);
        const asked = { carePoint, evidence: "我管这里", phone: "13800138022", actorId: world.elderId };
        await claimCarePoint(world.app.deps, { ...asked, key: randomUUID() });
        return claiming({ placeId: carePoint._id, phone: "13800138022" });
      },
    },
    claim_phone_needed: {
      provoke: async (world: World) => claiming({ placeId: (await freshPlace(world))._id }),
    },
  },
  settleClaim: {
    already_managed: {
      provoke: async (world: World) => {
        const { app, elderId: actorId } = world;
        const carePoint = await freshPlace(world);
        const asked = { carePoint, evidence: "我管这里", phone: "13800138022", actorId, key: randomUUID() };
        const { _id: claimId } = await claimCarePoint(app.deps, asked);
        const memberships = [{ carePointId: carePoint._id, role: "care_point_manager" as const }];
        await buildPerson(app.deps, { memberships });
        return { ...officers({ answer: "approved", loginName: "somebody" } as const), params: { claimId } };
      },
    },
    login_name_taken: {
      provoke: async (world: World) => {
        const { _id } = await buildPerson(world.app.deps, { communityId: world.communityId });
        const claimId = await claimed(world, _id);
        return { ...officers({ answer: "approved", loginName: world.staff.name } as const), params: { claimId } };
      },
    },
  },
};
