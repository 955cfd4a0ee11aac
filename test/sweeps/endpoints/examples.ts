import { randomUUID } from "node:crypto";
import type { Test } from "supertest";
import { pathOf, type Contract, type Endpoint } from "@shared/core/endpoint";
import { careNotesConsentOn } from "@shared/domains/care-notes/care-notes.rules";
import { contracts } from "@shared/domains/index";
import { today } from "@server/core/clock";
import { buildCareNotes } from "@server/domains/care-notes/care-notes.builders";
import { buildOutExamples, programmeExamples } from "./build-out-world";
import { counterExamples } from "./counter-examples";
import { now, type Examples, type Input } from "./example-shapes";
import { importExamples } from "./import-world";
import { mergeExamples } from "./merge-world";
import { somethingRequired } from "./network-world";
import { claimExamples, officeRecordExamples, recordChangeExamples } from "./office-world";
import { editOf, recordOf, reported } from "./record-world";
import { photoExamples, surveyPhotoExamples } from "./photo-world";
import { reconciliationExamples } from "./reconciliation-world";
import { OFFICE, type World } from "./world";

export type { Input } from "./example-shapes";

type Contracts = typeof contracts;

export const examples: Examples = {
  family: {
    inviteFamily: () => now({ as: "elder", body: { relation: "daughter", scopes: ["meals"], lasts: "year" } }),
    acceptInvitation: async (world) => ({ as: "manager", body: await world.invitation() }),
    listBonds: () => now({ as: "elder" }),
    withdrawBond: async (world) => ({ as: "elder", params: { bondId: await world.bond() } }),
    listActsForMe: () => now({ as: "elder" }),
  },
  "care-notes": {
    getCareNotes: ({ elderId }) => now({ as: "elder", query: { elderId } }),
    saveCareNotes: ({ app, elderId }) => {
      const consentVersion = careNotesConsentOn(today(app.clock)).version;
      return now({ as: "elder", body: { elderId, allergens: ["soybean"], dietMarks: ["soft"], consentVersion } });
    },
    withdrawCareNotes: async ({ app, managerId }) => {
      await buildCareNotes(app.deps, { personId: managerId });
      return { as: "manager", body: { elderId: managerId } };
    },
  },
  notices: {
    listNotices: () => now({ as: "elder", query: {} }),
    readNotices: () => now({ as: "elder", body: { noticeIds: ["a-notice"] } }),
    listMessageTemplates: () => now({}),
    allowMessages: () => now({ as: "elder", key: randomUUID(), body: { templates: ["meal_reminder"] } }),
    listCalls: ({ carePointId }) => now({ as: "manager", query: { carePointId } }),
    recordCallOutcome: async (world) => ({
      as: "manager",
      key: randomUUID(),
      params: { noticeId: await world.call() },
      body: { outcome: "no_answer" },
    }),
  },
  "care-point-records": {
    getOwnRecord: ({ carePointId }) => now({ as: "manager", params: { carePointId } }),
    confirmRecord: async (world) => {
      const { carePointId, version } = await recordOf(world);
      return { as: "manager", key: randomUUID(), body: { carePointId, version } };
    },
    editRecord: async (world) => {
      const body = editOf(await recordOf(world));
      return { as: "manager", key: randomUUID(), body: { ...body, address: "春风街 10 号" } };
    },
  },
  corrections: {
    reportCorrection: ({ carePointId }) => {
      const body = { carePointId, what: "phone", sentence: "打过去是一家饭店" } as const;
      return now({ as: "elder", key: randomUUID(), body });
    },
    listOwnCorrections: ({ carePointId }) => now({ as: "manager", query: { carePointId } }),
    listOfficeCorrections: () => now({ as: "officer", query: { regionId: OFFICE } }),
    settleCorrection: async (world) => ({
      as: "manager",
      key: randomUUID(),
      params: { correctionId: await reported(world) },
      body: { answer: "taken_over", words: "换成新电话了" },
    }),
  },
  "record-changes": recordChangeExamples,
  "office-records": officeRecordExamples,
  claims: claimExamples,
  "care-point-photos": photoExamples,
  "survey-photos": surveyPhotoExamples,
  "build-out": buildOutExamples,
  programme: programmeExamples,
  phone: { linkWechatPhone: () => now({ as: "elder", body: { code: "a-code-of-the-phone-button" } }) },
  accounts: {
    signInWithWechat: () => now({ body: { code: "a-code-of-wx-login" } }),
    sendLoginCode: () => now({ body: { phone: "13812345678" } }),
    signInWithCode: async (world) => ({ body: { code: await world.loginCode() } }),
    signInAsStaff: ({ staff }) => now({ body: staff }),
    listDemoPeople: () => now({}),
    signInAsDemoPerson: ({ elderId }) => now({ body: { personId: elderId } }),
    getMe: () => now({ as: "elder" }),
    completeOnboarding: ({ communityId }) =>
      now({ as: "elder", body: { preferredName: "王阿姨", birthDate: "1948-05-06", communityId } }),
    chooseCommunity: ({ communityId }) => now({ as: "elder", body: { communityId } }),
    signOut: () => now({ as: "elder" }),
    findResidents: ({ carePointId }) => now({ as: "manager", body: { carePointId, search: "王" } }),
    registerResident: ({ carePointId, communityId }) =>
      now({
        as: "manager",
        key: randomUUID(),
        body: { carePointId, communityId, preferredName: "赵大爷", birthDate: "1940-02-29" },
      }),
    issueLoginCode: ({ carePointId, elderId }) => now({ as: "manager", body: { carePointId, residentId: elderId } }),
  },
  staff: {
    listStaff: ({ carePointId }) => now({ as: "manager", query: { carePointId } }),
    inviteStaff: ({ carePointId }) =>
      now({
        as: "manager",
        key: randomUUID(),
        body: {
          carePointId,
          preferredName: "小张",
          loginName: `xiao-${randomUUID()}`.slice(0, 30),
          role: "care_point_staff",
        },
      }),
    acceptStaffInvitation: async (world) => ({
      body: { ...(await world.staffInvitation()), password: "a password of her own" },
    }),
    changeStaffRole: async (world) => ({
      as: "manager",
      body: { carePointId: world.carePointId, personId: await world.colleague(), role: "care_point_manager" },
    }),
    removeStaff: async (world) => ({
      as: "manager",
      body: { carePointId: world.carePointId, personId: await world.colleague() },
    }),
    changePassword: ({ staff }) => now({ as: "manager", body: { current: staff.password, next: staff.password } }),
  },
  "my-data": {
    getMyData: () => now({ as: "elder" }),
    deleteAccount: () => now({ as: "newcomer", body: { isCertain: true } }),
  },
  merge: {
    getMergeQuestion: async (world) => ({ token: await world.askedToMerge() }),
    answerMergeQuestion: async (world) => ({ token: await world.askedToMerge(), body: { isMe: false } }),
  },
  regions: {
    listRegions: () => now({ query: {} }),
    getRegionGuide: ({ communityId }) => now({ params: { regionId: communityId } }),
  },
  // Public data: no endpoint; its rows are held by their own test.
  "open-facilities": {},
  "care-points": {
    listCarePoints: ({ communityId }) => now({ query: { communityId } }),
    searchCarePoints: ({ communityId }) => now({ query: { communityId, text: "食堂" } }),
    getCarePoint: ({ carePointId, communityId }) => now({ params: { carePointId }, query: { communityId } }),
  },
  "care-point-imports": importExamples,
  "care-point-merges": mergeExamples,
  circle: { getCircle: ({ communityId }) => now({ query: { communityId } }) },
  "care-point-map": { getCarePointMap: ({ communityId }) => now({ query: { communityId } }) },
  network: {
    getNetwork: () => now({ query: { regionId: somethingRequired().regionId } }),
    listGaps: () => now({ query: somethingRequired() }),
  },
  reconciliation: reconciliationExamples,
  meals: {
    getMealOverview: ({ communityId, elderId }) => now({ as: "elder", query: { communityId, elderId } }),
    getMenu: ({ carePointId }) => now({ as: "elder", query: { carePointId } }),
    bookMeal: async (world) => ({ as: "elder", key: randomUUID(), body: await world.freeMeal() }),
    cancelMealBooking: async (world) => ({ as: "elder", params: { bookingId: await world.bookedMeal() } }),
    getMealBooking: async (world) => ({ as: "elder", params: { bookingId: await world.bookedMeal() } }),
    listMealBookings: ({ elderId }) => now({ as: "elder", query: { when: "upcoming", elderId } }),
  },
  ...counterExamples,
};

export interface SweptEndpoint {
  /** `meals.bookMeal`. */
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly contract: Contract;
  readonly example: (world: World) => Promise<Input>;
}

/** Every endpoint of every contract with its example. */
export const sweptEndpoints: readonly SweptEndpoint[] = Object.values<Contract>(contracts).flatMap((contract) =>
  Object.entries(contract.endpoints).map(([key, endpoint]) => {
    const byKey = examples[contract.name as keyof Contracts] as unknown as Record<string, SweptEndpoint["example"]>;
    const example = byKey[key];
    if (!example) throw new Error(`no example for ${contract.name}.${key}`);
    return { name: `${contract.name}.${key}`, endpoint, contract, example };
  }),
);

interface Sending {
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly input: Input;
  /** Null: nobody. */
  readonly token: string | null;
}

/** Sends a request to an endpoint, good or bad. */
export function send({ world, endpoint, input, token }: Sending) {
  const path = `/api${pathOf(endpoint, input)}`;
  const call = endpoint.method === "GET" ? world.app.request.get(path) : world.app.request.post(path);
  if (token !== null) call.set("Authorization", `Bearer ${token}`);
  if (input.key !== undefined) call.set("Idempotency-Key", input.key);
  if (endpoint.upload) return attach(call, input);
  if (endpoint.method === "POST" && input.body !== undefined) call.send(input.body as object);
  return call;
}

/** A form: the body's JSON, then the file; an input without either is sent without it. */
function attach(call: Test, { body, file }: Input): Test {
  if (body !== undefined) call.field("body", JSON.stringify(body));
  if (file) call.attach("file", file.bytes, { filename: file.name, contentType: file.type });
  return call;
}

/** The token an input's sender has; null for nobody. */
export const tokenOf = (world: World, { as, token }: Input): Promise<string | null> =>
  as ? world.token(as) : Promise.resolve(token ?? null);
