import { addDays, businessDay, instantAt } from "@shared/core/dates";
import type { StaffRole } from "@shared/core/roles";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import { buildCarePoint } from "@server/domains/care-points/care-points.builders";
import { proposeChange } from "@server/domains/care-point-records/propose-change";
import { publishMenu } from "@server/domains/meals/publish-menu";
import { startApp, type TestApp } from "@test/support/app";
import { listening } from "@test/support/listening";
import { buildLunchWorld, type LunchWorld } from "@test/support/lunch-world";
import { ensureWeappBuilt, WEAPP_BUILD } from "@test/support/weapp-build";
import { openRealm, type WeappRealm } from "@test/support/weapp-realm";
import { buildBusyLunch } from "./busy-lunch";
import { buildOfficeScreens, OFFICE_SCREEN_NAMES } from "./office-screens";

const ROWS = 20;
const COLLEAGUES = 8;
const UNMANAGED = "a-place-of-nobody";
const MEALS = ["breakfast", "lunch", "dinner"] as const;

export const SCREEN_NAMES = [
  "home",
  "nearby",
  "bookings",
  "me",
  "menu",
  "booking",
  "care point",
  "circle",
  "map",
  "choose community",
  "sign in",
  "staff sign in",
  "onboarding",
  "text size",
  "about",
  "search",
  "accessibility",
  "network",
  "gaps",
  "my data",
  "care notes",
  "family",
  "invite family",
  "accept invitation",
  "acts for me",
  "inbox",
  "login codes",
  "password",
  "counter",
  "phone order",
  "calls",
  "invite for",
  "staff",
  "menu week",
  "correction",
  "record",
  "photos",
  "claim",
  "propose change",
  "office desk",
  "office change",
  "office entry",
  ...OFFICE_SCREEN_NAMES,
] as const;

/** Every screen of the build with as much on it as it ever shows at once, answered by the real server. */
export interface Screens {
  readonly world: LunchWorld;
  /** Addresses by the name of the screen. */
  readonly addresses: ReadonlyMap<string, string>;
  open(address: string, as?: Viewer): Promise<WeappRealm>;
  close(): Promise<void>;
}

type Viewer = "guest" | "elder" | "cook" | "manager" | "officer" | "city officer";

/** Who sees a screen: the workbench is for who works at the care point, plans and colleagues for who manages it. */
export const viewerOf = (address: string): Viewer => {
  if (/\/workbench\/(?:staff|menu-week|record|propose|photos)\//.test(address)) return "manager";
  if (address.includes("regionId=xinxiang&") && address.includes("/workbench/")) return "city officer";
  if (address.includes("regionId=") && address.includes("/workbench/")) return "officer";
  return address.includes("/workbench/") ? "cook" : "elder";
};

export async function openScreens(): Promise<Screens> {
  await ensureWeappBuilt();
  const app = await startApp();
  const world = await buildLunchWorld(app);
  const manager = await buildColleagues(app, world);
  const { officer, changeId } = await buildOffice(app, { world, manager });
  const server = await listening(app.handler);
  await Promise.all(
    Array.from({ length: ROWS }, (_, index) =>
      buildCarePoint({
        name: `第${index + 1}社区食堂`,
        regionId: world.community._id,
        ...(index === 0 ? { _id: UNMANAGED } : {}),
      }),
    ),
  );
  const bookingId = await bookManyMeals(app, world);
  await buildBusyLunch(app, world, ROWS);
  const community = { id: world.community._id, label: "红旗区 春风社区" };
  const cityOfficer = await buildPerson(app.deps, { preferredName: "郑处长", offices: [{ regionId: "xinxiang" }] });
  const people = { elder: world.elder, cook: world.cook, manager, officer, "city officer": cityOfficer };
  const open = async (first: string, as: Viewer = "elder") => {
    const storage = new Map<string, unknown>([["yike.settings", { community }]]);
    if (as !== "guest") {
      const personId = people[as]._id;
      storage.set("yike.session", { token: await app.signInAs(personId), personId });
    }
    return openRealm({
      address: `http://127.0.0.1:${server.port}`,
      first,
      storage,
      build: WEAPP_BUILD,
      now: app.clock.now(),
    });
  };
  const close = async () => {
    await server.close();
    await app.close();
  };
  const addresses = new Map([
    ...addressesOf(world, { bookingId, changeId }),
    ...(await buildOfficeScreens(world.community._id)),
  ]);
  return { world, addresses, open, close };
}

const RECORDS = "domains/care-point-records/workbench";
const AT_OFFICE = "regionId=xinxiang-hongqi&regionName=红旗区";

const addressesOf = (
  { canteen, menu }: LunchWorld,
  { bookingId, changeId }: Record<"bookingId" | "changeId", string>,
) =>
  new Map([
    ["home", "tabs/home/index"],
    ["nearby", "tabs/nearby/index"],
    ["bookings", "tabs/bookings/index"],
    ["me", "tabs/me/index"],
    ["menu", `domains/meals/pages/menu/index?carePointId=${canteen._id}&serviceDate=${menu.serviceDate}&meal=lunch`],
    ["booking", `domains/meals/pages/booking/index?bookingId=${bookingId}`],
    ["care point", `domains/care-points/pages/care-point/index?carePointId=${canteen._id}`],
    ["circle", "domains/care-points/pages/circle/index"],
    ["map", "domains/care-points/pages/map/index"],
    ["choose community", "domains/regions/pages/choose-community/index?keep=yes"],
    ["sign in", "domains/accounts/pages/sign-in/index"],
    ["staff sign in", "domains/accounts/pages/staff-sign-in/index"],
    ["onboarding", "domains/accounts/pages/onboarding/index"],
    ["text size", "domains/accounts/pages/text-size/index"],
    ["login codes", "domains/accounts/workbench/login-codes/index"],
    ["about", "domains/accounts/pages/about/index"],
    ["search", "domains/accounts/pages/search/index"],
    ["accessibility", "domains/accounts/pages/accessibility/index"],
    ["network", "domains/network/pages/network/index?regionId=xinxiang"],
    ["gaps", "domains/network/pages/gaps/index?regionId=xinxiang&requirement=guidance-centre"],
    ["my data", "domains/accounts/pages/my-data/index"],
    ["care notes", "domains/care-notes/pages/care-notes/index"],
    ["family", "domains/family/pages/family/index"],
    ["invite family", "domains/family/pages/invite/index"],
    ["accept invitation", "domains/family/pages/accept/index"],
    ["acts for me", "domains/family/pages/acts/index"],
    ["inbox", "domains/notices/pages/inbox/index"],
    ["password", "domains/accounts/workbench/password/index"],
    ["counter", `domains/meals/workbench/counter/index?carePointId=${canteen._id}&carePointName=${canteen.name}`],
    [
      "phone order",
      `domains/meals/workbench/phone-order/index?carePointId=${canteen._id}&carePointName=${canteen.name}`,
    ],
    ["calls", `domains/notices/workbench/calls/index?carePointId=${canteen._id}`],
    ["staff", `domains/accounts/workbench/staff/index?carePointId=${canteen._id}`],
    ["menu week", `domains/meals/workbench/menu-week/index?carePointId=${canteen._id}&isManager=yes`],
    ["correction", `domains/care-point-records/pages/correction/index?carePointId=${canteen._id}`],
    [
      "record",
      `domains/care-point-records/workbench/record/index?carePointId=${canteen._id}&carePointName=${canteen.name}&isManager=yes`,
    ],
    [
      "photos",
      `domains/care-point-photos/workbench/photos/index?carePointId=${canteen._id}&carePointName=${canteen.name}&isManager=yes`,
    ],
    ["claim", `domains/care-point-records/pages/claim/index?placeId=${UNMANAGED}`],
    ["propose change", `${RECORDS}/propose/index?carePointId=${canteen._id}&isManager=yes`],
    ["office desk", `${RECORDS}/desk/index?${AT_OFFICE}`],
    ["office change", `${RECORDS}/change/index?${AT_OFFICE}&changeId=${changeId}`],
    ["office entry", `${RECORDS}/entry/index?${AT_OFFICE}&carePointId=${canteen._id}`],
    ["invite for", `domains/family/workbench/invite-for/index?carePointId=${canteen._id}`],
  ]);

/** The office of the district, with a name that waits for its yes. @returns who works there, and the proposal */
async function buildOffice(
  app: TestApp,
  { world: { canteen }, manager }: { world: LunchWorld; manager: PersonDocument },
) {
  const wanted = { what: "name", name: "春风长者食堂" } as const;
  const asked = { carePoint: canteen, wanted, isCertain: false, actorId: manager._id, key: "a-new-name" };
  const { _id: changeId } = await proposeChange(app.deps, asked);
  const offices = [{ regionId: "xinxiang-hongqi" }];
  return { officer: await buildPerson(app.deps, { preferredName: "孙科长", offices }), changeId };
}

/** As many as work at a large canteen. @returns its manager */
async function buildColleagues(app: TestApp, { canteen, community }: LunchWorld): Promise<PersonDocument> {
  const build = (preferredName: string, role: StaffRole) =>
    buildPerson(app.deps, {
      preferredName,
      communityId: community._id,
      memberships: [{ carePointId: canteen._id, role }],
    });
  await Promise.all(Array.from({ length: COLLEAGUES }, (_, n) => build(`帮厨${n + 1}`, "care_point_staff")));
  return build("陈主任", "care_point_manager");
}

/** A first page of bookings without a gap. @returns one of them */
async function bookManyMeals(app: TestApp, world: LunchWorld): Promise<string> {
  const { elder, canteen } = world;
  const authorization = `Bearer ${await app.signInAs(elder._id)}`;
  const ids: string[] = [];
  for (let index = 0; index < ROWS; index += 1) {
    const { menuId, dishId } = await publishOne({ app, carePointId: canteen._id, index });
    const booked = await app.request
      .post("/api/meals/bookings")
      .set("Authorization", authorization)
      .set("Idempotency-Key", String(index).padStart(32, "0"))
      .send({ menuId, dishId, elderId: elder._id, mode: "eat_in" })
      .expect(201);
    ids.push(booked.body.data.id as string);
  }
  return ids[0] ?? "";
}

async function publishOne({ app, carePointId, index }: { app: TestApp; carePointId: string; index: number }) {
  const today = businessDay(app.clock.now());
  const menu = await publishMenu({
    carePointId,
    serviceDate: addDays(today, 2 + Math.floor(index / MEALS.length)),
    meal: MEALS[index % MEALS.length] ?? "lunch",
    servesFrom: "11:30",
    servesUntil: "13:00",
    closesAt: instantAt({ date: addDays(today, 1), time: "20:00" }),
    modes: ["eat_in"],
    dishes: [
      { name: "红烧豆腐套餐", description: "青菜、米饭", allergens: [], dietMarks: [], priceFen: 1100, portions: 2 },
    ],
  });
  return { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "" };
}
