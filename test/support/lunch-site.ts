import type { PersonDocument } from "@server/domains/accounts/person.model";
import { startApp, type TestApp } from "./app";
import { testClock } from "./clock";
import { ensureH5Built, H5_BUILD, openSite, type Phone, type Site } from "./h5-app";
import { buildLunchWorld, type LunchWorld } from "./lunch-world";
import { field, startSession, tap } from "./screen";

/** How long `beforeAll` may take where the H5 app must first be built, milliseconds. */
export const BUILD_AND_START_MS = 240_000;

type PhoneOptions = Parameters<Site["phone"]>[0];

/** The lunch world at a real address, with phones to visit it. */
export interface LunchSite {
  readonly app: TestApp;
  readonly world: LunchWorld;
  /** A new phone without memory of others. */
  phone(options?: PhoneOptions): Promise<Phone>;
  /** A new phone on which somebody is signed in and has chosen 春风社区. */
  phoneOf(person: Pick<PersonDocument, "_id">, options?: PhoneOptions): Promise<Phone>;
  close(): Promise<void>;
}

interface LunchSiteOptions {
  /** Further arguments of the browser, such as what its camera sees. */
  readonly browser?: readonly string[];
  /** Collects the lines of the server's log. */
  readonly log?: string[];
  /** Another folder than that of the build. */
  readonly appFolder?: string;
}

/**
 * Opens the lunch world with the H5 app.
 * @param instant where its clock stands, when another than usual
 */
export async function openLunchSite(instant?: string, options: LunchSiteOptions = {}): Promise<LunchSite> {
  const { browser, log, appFolder = H5_BUILD } = options;
  await ensureH5Built();
  const app = await startApp({ appFolder, clock: testClock(instant), ...(log ? { log } : {}) });
  const world = await buildLunchWorld(app);
  const site = await openSite(app, browser);
  const { _id, name } = world.community;
  const phoneOf = async (person: Pick<PersonDocument, "_id">, options?: PhoneOptions) => {
    const phone = await site.phone(options);
    const session = { token: await app.signInAs(person._id), personId: person._id };
    await startSession(phone, { ...session, community: { id: _id, label: `红旗区 ${name}` } });
    return phone;
  };
  const close = async () => {
    await site.close();
    await app.close();
  };
  return { app, world, phone: (options) => site.phone(options), phoneOf, close };
}

/** As at the counter: the cook makes a code on his own phone, whoever it is for types it on the screen. */
export async function signInByCode({ app, world }: LunchSite, { page }: Phone, person: PersonDocument): Promise<void> {
  const { body } = await app.request
    .post("/api/accounts/login-codes")
    .set("Authorization", `Bearer ${await app.signInAs(world.cook._id)}`)
    .send({ carePointId: world.canteen._id, residentId: person._id })
    .expect(200);
  await page.goto("/");
  await tap(page, "登录订餐");
  await field(page, "登录码").fill(body.data.code);
  await tap(page, "登录");
  await page
    .getByRole("heading", { name: person.preferredName ?? "" })
    .filter({ visible: true })
    .first()
    .waitFor();
}
