import { randomUUID } from "node:crypto";
import type { StaffRole } from "@shared/core/roles";
import { relay } from "@server/core/outbox/relay";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildCarePoint } from "@server/domains/care-points/index";
import { mealCounterDomain, mealsDomain } from "@server/domains/meals/index";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { PortionModel, type PortionDocument } from "@server/domains/meals/portion.model";
import { buildCommunity } from "@server/domains/regions/index";
import type { TestApp } from "./app";
import { mealsClient, wishFor, type SignedIn } from "./meals";

type Body = Readonly<Record<string, unknown>>;

/** A canteen with its cook, its manager and a cook of another canteen; by default its lunch is tomorrow's. */
export async function buildCounter(app: TestApp) {
  const community = await buildCommunity();
  const carePointId = (await buildCarePoint({ regionId: community._id }))._id;
  const elsewhere = (await buildCarePoint({ regionId: community._id }))._id;
  const staff = async (role: StaffRole, at: string): Promise<SignedIn> => {
    const overrides = { preferredName: "李师傅", communityId: community._id, memberships: [{ carePointId: at, role }] };
    const { _id: id } = await buildPerson(app.deps, overrides);
    return { id, token: await app.signInAs(id) };
  };
  const client = mealsClient(app);
  const elder = async (overrides: object = {}): Promise<SignedIn> => {
    const { _id: id } = await buildPerson(app.deps, { communityId: community._id, ...overrides });
    return { id, token: await app.signInAs(id) };
  };
  const sitting = (overrides: Parameters<typeof buildMenu>[1] = {}) => buildMenu(app, { carePointId, ...overrides });
  const booked = async (menu: Awaited<ReturnType<typeof sitting>>, who?: SignedIn) => {
    const person = who ?? (await elder());
    const { body } = await client.book(person, wishFor(person, menu));
    return { elder: person, id: body.data.id as string, code: body.data.code as string };
  };
  return {
    carePointId,
    elsewhere,
    communityId: community._id,
    cook: await staff("care_point_staff", carePointId),
    manager: await staff("care_point_manager", carePointId),
    stranger: await staff("care_point_staff", elsewhere),
    client,
    elder,
    sitting,
    booked,
  };
}

/** The requests of the counter and of planning, as a client sends them. */
export const counterClient = (app: TestApp) => {
  const post = (who: SignedIn, path: string, body: Body = {}, key?: string) => {
    const call = app.request.post(`/api/meals/${path}`).set("Authorization", `Bearer ${who.token}`);
    return (key === undefined ? call : call.set("Idempotency-Key", key)).send(body);
  };
  const get = (who: SignedIn, path: string, query: Readonly<Record<string, string>> = {}) =>
    app.request.get(`/api/meals/${path}`).query(query).set("Authorization", `Bearer ${who.token}`);
  return {
    day: (who: SignedIn, carePointId: string, serviceDate: string) =>
      get(who, "counter/day", { carePointId, serviceDate }),
    roster: (who: SignedIn, menuId: string) => get(who, `counter/rosters/${menuId}`),
    pass: (who: SignedIn, bookingId: string) => get(who, `bookings/${bookingId}/pick-up-pass`),
    checkIn: (who: SignedIn, carePointId: string, proof: Body) =>
      post(who, "counter/check-ins", { carePointId, proof }),
    undo: (who: SignedIn, bookingId: string) => post(who, `counter/bookings/${bookingId}/undo`),
    noShow: (who: SignedIn, bookingId: string) => post(who, `counter/bookings/${bookingId}/no-show`),
    cancel: (who: SignedIn, bookingId: string) =>
      post(who, `counter/bookings/${bookingId}/cancel`, { reason: "她来电话了" }),
    walkIn: (who: SignedIn, order: Body, key: string = randomUUID()) => post(who, "counter/walk-ins", order, key),
    menuFor: (who: SignedIn, residentId: string, query: Readonly<Record<string, string>>) =>
      get(who, `counter/residents/${residentId}/menu`, query),
    ringsUp: (who: SignedIn, order: Body, key: string = randomUUID()) => post(who, "counter/phone-orders", order, key),
    portions: (who: SignedIn, menuId: string, body: Body) => post(who, `counter/menus/${menuId}/portions`, body),
    soldOut: (who: SignedIn, menuId: string, dishId: string) =>
      post(who, `counter/menus/${menuId}/sold-out`, { dishId }),
    restore: (who: SignedIn, menuId: string, dishId: string) =>
      post(who, `counter/menus/${menuId}/restore`, { dishId }),
    sync: (who: SignedIn, body: Body) => post(who, "counter/sync", body),
    week: (who: SignedIn, carePointId: string, weekOf: string) => get(who, "planning/week", { carePointId, weekOf }),
    saveDish: (who: SignedIn, body: Body) => post(who, "planning/dishes", body),
    plan: (who: SignedIn, body: Body, key: string = randomUUID()) => post(who, "planning/menus", body, key),
    copyWeek: (who: SignedIn, body: Body) => post(who, "planning/copies", body),
    close: (who: SignedIn, body: Body) => post(who, "planning/closures", { reason: "停水", ...body }),
  };
};

/** Every portion of a sitting by where it stands, past the program. */
export async function accountOf(menuId: string) {
  const documents = await PortionModel.find({ sitting: menuId }).lean<PortionDocument[]>();
  const portions = documents.filter(({ kind }) => kind === undefined);
  const count = (is: (portion: PortionDocument) => boolean) => portions.filter(is).length;
  return {
    free: count(({ active, withdrawn }) => !active && !withdrawn),
    booked: count(({ state }) => state === "booked"),
    served: count(({ state }) => state === "served"),
    noShow: count(({ state }) => state === "no_show"),
    withdrawn: count(({ withdrawn }) => withdrawn === true),
  };
}

/** Runs a job of the counter once. */
export async function runCounterJob(app: TestApp, name: string): Promise<void> {
  const job = mealCounterDomain.jobs.find((one) => one.name === name);
  if (!job) throw new Error(`no such job: ${name}`);
  await job.run(app.deps);
}

/** Delivers what happened to portions. */
export async function deliverPortionEvents(app: TestApp): Promise<void> {
  for (const source of mealsDomain.outbox ?? []) await relay({ source, deps: app.deps });
}
