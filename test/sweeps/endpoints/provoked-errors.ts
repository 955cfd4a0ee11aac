import { randomUUID } from "node:crypto";
import type { Endpoint } from "@shared/core/endpoint";
import { familyRulesOn } from "@shared/domains/family/family.rules";
import type { contracts } from "@shared/domains/index";
import { today } from "@server/core/clock";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildBond } from "@server/domains/family/family.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { mealsClient } from "@test/support/meals";
import { buildOutRecipes, programmeRecipes } from "./build-out-world";
import { counterRecipes, planningRecipes } from "./counter-recipes";
import type { Given } from "./example-shapes";
import type { Input } from "./examples";
import { importRecipes } from "./import-world";
import { mergeRecipes } from "./merge-world";
import { photoRecipes, surveyPhotoRecipes } from "./photo-world";
import { claimRecipes, officeRecordRecipes, recordChangeRecipes } from "./office-world";
import { changedBySomebody, editOf, recordOf } from "./record-world";
import { badWechatCodes, makeWorld, type Who, type World } from "./world";

type Contracts = typeof contracts;
type Endpoints<D extends keyof Contracts> = Contracts[D]["endpoints"];
type CodesOf<E> = E extends { readonly errors: readonly (infer Code extends string)[] } ? Code : never;
type WithErrors<D extends keyof Contracts> = {
  [K in keyof Endpoints<D>]: [CodesOf<Endpoints<D>[K]>] extends [never] ? never : K;
}[keyof Endpoints<D>];

interface Sender {
  readonly as?: Who;
  readonly token?: string;
}

/** The last request of a recipe: the one that is refused. `token` stands for somebody who is not among the world's. */
type LastRequest<E extends Endpoint> = Given<E> & Sender;

/** Brings a world to where an endpoint must say a code, and gives the request that is told so. */
interface Recipe<Request> {
  /** A world that differs from the usual one. */
  readonly within?: () => Promise<World>;
  readonly provoke: (world: World) => Promise<Request>;
}

/** A recipe for each code that an endpoint lists; a new endpoint or code without one does not compile. */
type Recipes = {
  readonly [D in keyof Contracts as [WithErrors<D>] extends [never] ? never : D]: {
    readonly [K in WithErrors<D>]: {
      readonly [C in CodesOf<Endpoints<D>[K]>]: Endpoints<D>[K] extends infer E extends Endpoint
        ? Recipe<LastRequest<E>>
        : never;
    };
  };
};

const always = <T>(input: T) => ({ provoke: () => Promise.resolve(input) });

/** Somebody new, signed in. */
async function somebody({ app, communityId }: World, birthDate: string | null = "1950-01-02") {
  const { _id: id } = await buildPerson(app.deps, { communityId, birthDate });
  return { id, token: await app.signInAs(id) };
}

/** The elder's wish for a dish of which nothing was cooked. */
async function soldOut({ app, carePointId, elderId }: World) {
  const menu = await buildMenu(app, { carePointId, meal: "dinner", dishes: [{ portions: 0 }] });
  return { menuId: menu._id, dishId: menu.dishes[0]?.id ?? "", elderId, mode: "eat_in" } as const;
}

const keyed = <B>(body: B) => ({ as: "elder", key: randomUUID(), body }) as const;

const past = (world: World) => world.app.clock.advance(40 * 24 * 60 * 60 * 1000);

const recipes: Recipes = {
  phone: {
    linkWechatPhone: {
      phone_refused: always({ as: "elder", body: { code: badWechatCodes.wrong } }),
      phone_unavailable: always({ as: "elder", body: { code: badWechatCodes.away } }),
      phone_of_another: {
        provoke: async ({ app, communityId }) => {
          await buildPerson(app.deps, { communityId, phone: "13912345678" });
          return { as: "elder", body: { code: "phone-13912345678" } };
        },
      },
    },
  },
  accounts: {
    signInWithWechat: {
      sign_in_failed: always({ body: { code: badWechatCodes.wrong } }),
      wechat_unavailable: always({ body: { code: badWechatCodes.away } }),
    },
    sendLoginCode: {
      sms_unavailable: { within: () => makeWorld({ sms: null }), ...always({ body: { phone: "13812345678" } }) },
    },
    signInWithCode: { sign_in_failed: always({ body: { code: "00000000" } }) },
    signInAsStaff: {
      sign_in_failed: { provoke: ({ staff }) => Promise.resolve({ body: { ...staff, password: "not that one" } }) },
    },
    registerResident: {
      phone_taken: {
        provoke: async ({ app, carePointId, communityId }) => {
          const phone = "13812345678";
          await buildPerson(app.deps, { communityId, phone });
          const body = { carePointId, communityId, preferredName: "赵大爷", birthDate: "1940-02-29", phone };
          return { as: "manager", key: randomUUID(), body };
        },
      },
    },
  },
  merge: {
    answerMergeQuestion: {
      merge_birth_date_wrong: {
        provoke: async (world) => ({
          token: await world.askedToMerge(),
          body: { isMe: true, birthDate: "1901-01-01" },
        }),
      },
    },
  },
  staff: {
    inviteStaff: {
      login_name_taken: {
        provoke: ({ carePointId, staff }) => {
          const body = { carePointId, preferredName: "小张", loginName: staff.name, role: "care_point_staff" } as const;
          return Promise.resolve({ as: "manager", key: randomUUID(), body });
        },
      },
    },
    acceptStaffInvitation: {
      staff_invitation_refused: always({
        body: { loginName: "nobody", code: "00000000", password: "a password of her own" },
      }),
    },
    changeStaffRole: {
      own_role: {
        provoke: ({ carePointId, managerId: personId }) =>
          Promise.resolve({ as: "manager", body: { carePointId, personId, role: "care_point_staff" } }),
      },
    },
    removeStaff: {
      own_role: {
        provoke: ({ carePointId, managerId: personId }) =>
          Promise.resolve({ as: "manager", body: { carePointId, personId } }),
      },
    },
    changePassword: {
      password_wrong: always({ as: "manager", body: { current: "not that one", next: "a password of her own" } }),
    },
  },
  family: {
    inviteFamily: {
      birth_date_needed: {
        provoke: async (world) => {
          const { token } = await somebody(world, null);
          return { token, body: { relation: "daughter", scopes: ["meals"], lasts: "year" } };
        },
      },
    },
    acceptInvitation: {
      invitation_refused: always({ as: "manager", body: { code: "000000", birthDate: "1948-05-06" } }),
      own_invitation: { provoke: async (world) => ({ as: "elder", body: await world.invitation() }) },
      too_many_helpers: {
        provoke: async (world) => {
          const { helpersPerElder } = familyRulesOn(today(world.app.clock));
          for (let count = 0; count < helpersPerElder; count += 1) await world.bond();
          return { as: "manager", body: await world.invitation() };
        },
      },
      too_many_elders: {
        provoke: async (world) => {
          const { eldersPerHelper } = familyRulesOn(today(world.app.clock));
          const { id: helper, token } = await somebody(world);
          for (let count = 0; count < eldersPerHelper; count += 1) {
            await buildBond(world.app.deps, { elder: (await somebody(world)).id, helper });
          }
          return { token, body: await world.invitation() };
        },
      },
    },
  },
  "care-point-records": {
    confirmRecord: {
      record_changed: {
        provoke: async (world) => {
          const { carePointId, version } = await recordOf(world);
          await changedBySomebody(world);
          return { as: "manager", key: randomUUID(), body: { carePointId, version } };
        },
      },
    },
    editRecord: {
      record_changed: {
        provoke: async (world) => {
          const body = editOf(await recordOf(world));
          await changedBySomebody(world);
          return { as: "manager", key: randomUUID(), body };
        },
      },
    },
  },
  meals: {
    bookMeal: {
      meal_sold_out: {
        provoke: async (world) => keyed(await soldOut(world)),
      },
      meal_closed: {
        provoke: async (world) => {
          const body = await world.freeMeal();
          past(world);
          return keyed(body);
        },
      },
      already_booked: {
        provoke: async (world) => {
          const body = await world.freeMeal();
          await mealsClient(world.app).book({ id: world.elderId, token: await world.token("elder") }, body);
          return keyed(body);
        },
      },
    },
    cancelMealBooking: {
      cancel_closed: {
        provoke: async (world) => {
          const bookingId = await world.bookedMeal();
          past(world);
          return { as: "elder", params: { bookingId } };
        },
      },
    },
  },
  "meal-counter": counterRecipes,
  "menu-planning": planningRecipes,
  "care-point-imports": importRecipes,
  "care-point-merges": mergeRecipes,
  "record-changes": recordChangeRecipes,
  "office-records": officeRecordRecipes,
  claims: claimRecipes,
  "care-point-photos": photoRecipes,
  "survey-photos": surveyPhotoRecipes,
  "build-out": buildOutRecipes,
  programme: programmeRecipes,
};

/** The recipe of an endpoint's code, `meals.bookMeal` and `meal_closed`, without the types of its request. @throws Error */
export function recipeOf(name: string, code: string): Recipe<Input & Sender> {
  const [domain = "", key = ""] = name.split(".");
  type Untyped = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Recipe<Input & Sender>>>>>>>;
  const recipe = (recipes as unknown as Untyped)[domain]?.[key]?.[code];
  if (!recipe) throw new Error(`no recipe for ${name}: ${code}`);
  return recipe;
}
