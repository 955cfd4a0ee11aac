import { randomUUID } from "node:crypto";
import { addDays } from "@shared/core/dates";
import type { StaffRole } from "@shared/core/roles";
import { today } from "@server/core/clock";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { PersonModel } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { NoticeModel } from "@server/domains/notices/notice.model";
import { buildNotice } from "@server/domains/notices/notices.builders";
import { sendMessages } from "@server/domains/notices/send-messages";
import { buildCommunity, buildRegion } from "@server/domains/regions/index";
import { mealsClient, wishFor } from "@test/support/meals";
import type { Relation, Role } from "./access-relations";
import { closeOrdersOf } from "./counter-world";
import type { Input } from "./examples";
import { claimed, proposed } from "./office-world";
import { importOf } from "./import-world";
import { mergeOf } from "./merge-world";
import { reported } from "./record-world";
import { makeWorld, type World } from "./world";

/** A person, and where she eats or works. */
interface Place {
  readonly personId: string;
  readonly carePointId: string;
}

/** Makes or finds the thing of this kind that belongs to a person at a care point, and gives its id. */
type Target = (world: World, place: Place) => Promise<string> | string;

const OTHER_DISTRICT = "xinxiang-muye";
/** Far behind the days on which the examples eat. */
let days = 1_000;

/**
 * Things that requests name by a field of this name and that belong to somebody. A further kind is a further line; the
 * compiler then asks for its rows.
 */
export const targets = {
  carePointId: (_, { carePointId }) => carePointId,
  elderId: (_, { personId }) => personId,
  residentId: (_, { personId }) => personId,
  bookingId: async ({ app }, { personId, carePointId }) => {
    const serviceDate = addDays(today(app.clock), (days += 1));
    const menu = await buildMenu(app, { carePointId, serviceDate, dishes: [{ portions: 1 }] });
    const elder = { id: personId, token: await app.signInAs(personId) };
    const { body } = await mealsClient(app).book(elder, wishFor(elder, menu));
    return body.data.id as string;
  },
  bondId: async ({ app }, { personId: elder }) => {
    const { _id: helper } = await buildPerson(app.deps, { preferredName: "小敏" });
    const { _id } = await buildBond(app.deps, { elder, helper, lasts: "month" });
    return _id;
  },
  noticeId: async ({ app }, { personId, carePointId }) => {
    await buildNotice(app, { personId, carePointId });
    await sendMessages(app.deps);
    const toCall = NoticeModel.findOne({ personId, carePointId, delivery: "to_call" }).sort({ _id: -1 });
    return (await toCall.orFail())._id;
  },
  changeId: ({ app, managerId }, { carePointId }) => proposed({ app, carePointId }, managerId),
  claimId: ({ app }, { personId, carePointId }) => claimed({ app, carePointId }, personId),
  importId: (world) => importOf(world),
  mergeId: (world) => mergeOf(world),
  correctionId: ({ app }, { personId: elderId, carePointId }) => reported({ app, carePointId, elderId }),
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof targets;

/** Things that everybody may name: places on the map, what stands on a menu, people of the demo. */
export const publicNames = [
  "communityId",
  "regionId",
  "cityId",
  "parentId",
  "menuId",
  "dishId",
  "personId",
  "placeId",
  "mealPointId",
  "photoId",
  "keepId",
  "goneId",
];

/** Requests that name a target which the endpoint's example leaves out. */
const onBehalf: Readonly<Record<string, (world: World) => Record<string, unknown>>> = {
  "family.inviteFamily": ({ elderId, carePointId }) => ({ onBehalf: { elderId, carePointId } }),
};

/** Targets that change what a request is about, and that it therefore names only where it is aimed at them. */
const namedAlone: Readonly<Record<string, TargetName>> = { "meals.getMenu": "elderId" };

/** The example with everything in it that can be named. */
export const completed = (world: World, name: string, input: Input, target?: string): Input => {
  if (target !== undefined && namedAlone[name] === target) return { ...input, query: { ...input.query, [target]: "" } };
  const more = onBehalf[name]?.(world);
  return more ? { ...input, body: { ...(input.body as object), ...more } } : input;
};

/** What must have come true of a target before an endpoint can say yes. */
const ripened: Readonly<Record<string, (world: World, id: string) => Promise<unknown>>> = {
  "meal-counter.markNoShow": closeOrdersOf,
};

/** Brings a target to where the endpoint may be asked about it. */
export const ripen = async (world: World, name: string, id: string): Promise<void> => {
  await ripened[name]?.(world, id);
};

/** The request with every field of this name set to an id, however deep. */
export function aimedAt(input: Input, target: string, id: string): Input {
  const replace = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value) || Buffer.isBuffer(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => [name, name === target ? id : replace(held)]),
    );
  };
  return replace(input) as Input;
}

/** A world with somebody of each role, and somebody in each relation to them. */
export async function makeAccessWorld() {
  const world = await makeWorld();
  const { app, carePointId, communityId } = world;
  const person = async (overrides: object) => (await buildPerson(app.deps, { communityId, ...overrides }))._id;
  const enrol = (role: StaffRole, personId: string) => {
    const memberships = [{ carePointId, role }];
    return enrolStaff(app.deps, { personId, memberships, loginName: role, password: world.staff.password });
  };
  const working = async (role: StaffRole) => {
    const personId = await person({ preferredName: "李师傅" });
    await enrol(role, personId);
    return personId;
  };
  /** Another act is to leave the care point. */
  const staysHere = async (role: StaffRole) => {
    const works = { _id: people[role], "memberships.carePointId": carePointId };
    if ((await PersonModel.exists(works)) === null) await enrol(role, people[role]);
  };
  const people: Record<Exclude<Role, "guest">, string> = {
    resident: await person({}),
    care_point_staff: await working("care_point_staff"),
    care_point_manager: await working("care_point_manager"),
  };
  const elsewhere = (await buildCarePoint({ regionId: communityId }))._id;
  const farTown = await buildRegion({ parentId: OTHER_DISTRICT });
  const farCommunity = (await buildCommunity({ parentId: farTown._id }))._id;
  const places: Record<Exclude<Relation, "own" | "absent">, Place> = {
    same_point: { personId: await person({}), carePointId },
    other_point: { personId: await person({}), carePointId: elsewhere },
    other_district: {
      personId: await person({ communityId: farCommunity }),
      carePointId: (await buildCarePoint({ regionId: farCommunity }))._id,
    },
  };

  /** The id of a target in a relation to who asks; an absent one is like any other to look at. */
  const idOf = async (target: TargetName, relation: Relation, role: Role): Promise<string> => {
    if (relation === "absent") return randomUUID();
    const own = { personId: role === "guest" ? world.elderId : people[role], carePointId };
    return targets[target](world, relation === "own" ? own : places[relation]);
  };
  const tokenFor = async (role: Role) => {
    if (role === "guest") return null;
    // One of the table's acts is to leave.
    if (role === "resident") await person({ id: people.resident });
    else await staysHere(role);
    return app.signInAs(people[role]);
  };
  return { ...world, people, idOf, tokenFor };
}

export type AccessWorld = Awaited<ReturnType<typeof makeAccessWorld>>;
