import * as z from "zod/mini";
import { Datum } from "@shared/core/datum";
import { defineContract } from "@shared/core/endpoint";
import { CareService, FacilityKind } from "@shared/core/network";
import { Id, ServiceDate, text } from "@shared/core/primitives";

/** What of an entry waits for the office's yes: 名称, 位置, 服务项目, 类别, 运营单位. */
export const ChangeKind = z.enum(["name", "position", "services", "kinds", "operator"]);
export type ChangeKind = z.infer<typeof ChangeKind>;

export const ChangeAnswer = z.enum(["approved", "turned_down"]);
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;

export const CARE_POINT_NAME_LONGEST = 60;
export const OPERATOR_NAME_LONGEST = 60;
export const CHANGE_WORDS_LONGEST = 100;

const Degrees = z.number().check(z.minimum(-180), z.maximum(180));
const isWithoutRepeats = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

/** What is wished. Degrees may stand the wrong way round: the server says so. */
export const WantedChange = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("name"), name: text({ max: CARE_POINT_NAME_LONGEST }) }),
  z.strictObject({ what: z.literal("position"), datum: Datum, latitude: Degrees, longitude: Degrees }),
  z.strictObject({
    what: z.literal("services"),
    /** All of them, in the order in which they are shown. */
    services: z
      .array(CareService)
      .check(z.minLength(1), z.maxLength(11), z.refine(isWithoutRepeats, "service_named_twice")),
  }),
  z.strictObject({
    what: z.literal("kinds"),
    kinds: z.array(FacilityKind).check(z.minLength(1), z.maxLength(15), z.refine(isWithoutRepeats, "kind_named_twice")),
  }),
  z.strictObject({
    what: z.literal("operator"),
    name: text({ max: OPERATOR_NAME_LONGEST }),
    since: ServiceDate,
    /** 统一社会信用代码 (GB 32100-2015): 18 signs, without I, O, S, V, Z. */
    creditCode: z.optional(z.string().check(z.regex(/^[0-9A-HJ-NP-RTUW-Y]{18}$/))),
  }),
]);
export type WantedChange = z.infer<typeof WantedChange>;

/** A change that somebody proposed, as manager and office see it. */
export const RecordChange = z.object({
  id: Id,
  carePointId: Id,
  carePointName: z.string(),
  what: ChangeKind,
  state: z.enum(["open", "approved", "turned_down", "withdrawn"]),
  /** In words: what stands there now (once it is answered: what stood there), and what is wished. */
  before: z.string(),
  after: z.string(),
  /** The wished place as maps in China draw it, degrees GCJ-02; null where the place stays. */
  mapPosition: z.nullable(z.object({ latitude: z.number(), longitude: z.number() })),
  /** "11月22日 星期日". */
  proposedLabel: z.string(),
  /** The last day on time. */
  dueLabel: z.string(),
  isOverdue: z.boolean(),
  /** The office above has it, too. */
  isEscalated: z.boolean(),
  /** Of the entry as it is now; an answer names the version it was made on. */
  version: z.int(),
  /** The entry was changed after this was proposed. */
  isEntryChanged: z.boolean(),
  /** What the office said; null before. */
  words: z.nullable(z.string()),
  /** What the person who asks may do to it now. */
  abilities: z.object({ withdraw: z.boolean() }),
});
export type RecordChange = z.infer<typeof RecordChange>;

const version = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
const changes = z.object({ changes: z.array(RecordChange) });

/** 要核实的修改: what a manager proposes and the office of the district says yes or no to. */
export const recordChangesContract = defineContract({
  name: "record-changes",
  errors: {
    change_waiting: { status: 409, text: "这一项已经提过一次，还在等核实" },
    nothing_changed: { status: 409, text: "和现在的一样，不用改" },
    position_swapped: { status: 409, text: "是不是填反了？纬度和经度好像对调了" },
    position_far: { status: 409, text: "这个位置离这里太远，请核对数字和地图" },
    record_changed: { status: 409, text: "这里的资料刚有人改过，请再看一眼" },
  },
  endpoints: {
    listOwnChanges: {
      method: "GET",
      access: "signed-in",
      path: "/record-changes",
      summary: "What was proposed for a care point, what waits first, then the last answers",
      query: z.strictObject({ carePointId: Id }),
      response: z.object({
        /** Who says yes, in the pack's own word: "红旗区的民政部门". */
        officeName: z.string(),
        changes: z.array(RecordChange),
      }),
    },
    proposeChange: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/record-changes",
      summary: "Propose another name, position, services, kinds or operator; one of each kind at a time",
      body: z.strictObject({
        carePointId: Id,
        change: WantedChange,
        /** She has looked again at a position that is far away. */
        isCertain: z.optional(z.boolean()),
      }),
      response: RecordChange,
      errors: ["change_waiting", "nothing_changed", "position_swapped", "position_far"],
    },
    withdrawChange: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/record-changes/:changeId/withdrawals",
      summary: "Take a proposal back while nobody has answered it",
      params: z.strictObject({ changeId: Id }),
      response: RecordChange,
    },
    listOfficeChanges: {
      method: "GET",
      access: "signed-in",
      path: "/record-changes/office",
      summary: "What waits for an office's yes, the most urgent first",
      query: z.strictObject({ regionId: Id }),
      response: changes,
    },
    settleChange: {
      method: "POST",
      access: "signed-in",
      keyed: true,
      path: "/record-changes/:changeId/answers",
      summary: "Say yes, which writes it into the entry, or no; whoever proposed it is told",
      params: z.strictObject({ changeId: Id }),
      body: z.strictObject({
        answer: ChangeAnswer,
        version,
        words: z.optional(text({ max: CHANGE_WORDS_LONGEST })),
        /** With another operator: whether everybody who works there loses their roles. */
        endsRoles: z.optional(z.boolean()),
      }),
      response: z.object({ changeId: Id, answer: ChangeAnswer }),
      errors: ["record_changed"],
    },
  },
});
