import { randomUUID } from "node:crypto";
import { PortionModel } from "@server/domains/meals/portion.model";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import type { TestApp } from "./app";

/** Somebody signed in. */
export interface SignedIn {
  readonly id: string;
  readonly token: string;
}

interface Wish {
  readonly menuId: string;
  readonly dishId: string;
  readonly elderId: string;
  readonly mode: string;
}

/** What an elder would send for the first dish of a menu. */
export const wishFor = (elder: SignedIn, menu: MenuDocument, overrides: Partial<Wish> = {}): Wish => ({
  menuId: menu._id,
  dishId: menu.dishes[0]?.id ?? "",
  elderId: elder.id,
  mode: "eat_in",
  ...overrides,
});

/** The requests of the meals contract, as a client sends them. */
export const mealsClient = (app: TestApp) => ({
  elder: async (): Promise<SignedIn> => {
    const { _id: id } = await buildPerson(app.deps);
    return { id, token: await app.signInAs(id) };
  },
  book: ({ token }: SignedIn, wish: object, key: string = randomUUID()) =>
    app.request
      .post("/api/meals/bookings")
      .set("Authorization", `Bearer ${token}`)
      .set("Idempotency-Key", key)
      .send(wish),
  cancel: ({ token }: SignedIn, bookingId: string) =>
    app.request.post(`/api/meals/bookings/${bookingId}/cancel`).set("Authorization", `Bearer ${token}`).send({}),
  read: ({ token }: SignedIn, bookingId: string) =>
    app.request.get(`/api/meals/bookings/${bookingId}`).set("Authorization", `Bearer ${token}`),
  home: ({ token }: SignedIn, query: Readonly<Record<string, string>> = {}) =>
    app.request.get("/api/meals/overview").query(query).set("Authorization", `Bearer ${token}`),
  list: ({ token }: SignedIn, query: Readonly<Record<string, string>>) =>
    app.request.get("/api/meals/bookings").query(query).set("Authorization", `Bearer ${token}`),
});

/** Portions of a menu, by what they are; read from the database, past the program. */
export async function countPortions(menuId: string): Promise<{ free: number; held: number; refusals: number }> {
  const documents = await PortionModel.find({ sitting: menuId }).lean();
  const units = documents.filter(({ kind }) => kind === undefined);
  const held = units.filter(({ active }) => active === true).length;
  return { free: units.length - held, held, refusals: documents.length - units.length };
}
