import mongoose, { Schema } from "mongoose";
import type { StaffRole } from "@shared/core/roles";
import type { WantedIndexes } from "@server/core/db/indexes";
import { outboxIndex, type OutboxEvent } from "@server/core/outbox/outbox";

export interface Membership {
  readonly carePointId: string;
  readonly role: StaffRole;
}

/** An office at which a person answers for a region's network. */
export interface Office {
  readonly regionId: string;
}

/** A resident, a relative or a member of staff. Birth date and phone are sealed; see personal-values.ts. */
export interface PersonDocument {
  readonly _id: string;
  /** What the person wants to be called, never a legal name; null before onboarding. */
  readonly preferredName: string | null;
  /** Every beginning of the name, of its pinyin and of its initials, so that staff find it however they type. */
  readonly searchKeys: readonly string[];
  readonly birthDate: string | null;
  readonly phone: string | null;
  /** Blind indexes of the whole phone and of its last four digits; absent without a phone. */
  readonly phoneIndex?: string;
  readonly phoneTailIndex?: string;
  readonly communityId: string | null;
  /** The district of the community: as far as staff may look for residents. */
  readonly districtId: string | null;
  readonly memberships: readonly Membership[];
  /** Absent: none. */
  readonly offices?: readonly Office[];
  /** Blind index of the body with which staff registered her; tells a repeat from another body under the same key. */
  readonly registration?: string;
  /** Set on people the demo invented. */
  readonly demo: { readonly description: string; readonly order: number } | null;
  readonly createdAt: Date;
  readonly outbox?: readonly OutboxEvent[];
}

const membership = new Schema<Membership>(
  { carePointId: { type: String, required: true }, role: { type: String, required: true } },
  { _id: false, strict: "throw" },
);

const office = new Schema<Office>({ regionId: { type: String, required: true } }, { _id: false, strict: "throw" });

const schema = new Schema<PersonDocument>(
  {
    _id: { type: String, required: true },
    preferredName: { type: String, default: null },
    searchKeys: { type: [String], default: [] },
    birthDate: { type: String, default: null },
    phone: { type: String, default: null },
    phoneIndex: String,
    phoneTailIndex: String,
    communityId: { type: String, default: null },
    districtId: { type: String, default: null },
    memberships: { type: [membership], default: [] },
    offices: { type: [office], default: undefined },
    registration: String,
    demo: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: Date, required: true },
    outbox: { type: [Schema.Types.Mixed], default: undefined },
  },
  { collection: "people", strict: "throw", autoIndex: false, autoCreate: false, versionKey: false },
);

/** Whether somebody works anywhere in Yike. Staff sign in by password, and hand their roles over before they leave. */
export const isStaff = ({ memberships, offices = [] }: Pick<PersonDocument, "memberships" | "offices">): boolean =>
  memberships.length + offices.length > 0;

export const PersonModel = mongoose.model("Person", schema);

export const personIndexes: WantedIndexes = {
  collection: "people",
  indexes: [
    outboxIndex,
    {
      name: "phone",
      key: { phoneIndex: 1 },
      unique: true,
      partialFilterExpression: { phoneIndex: { $exists: true } },
      serves: "one person per phone; sending a code to a phone",
    },
    { name: "name_in_district", key: { districtId: 1, searchKeys: 1 }, serves: "staff find a resident by name" },
    {
      name: "phone_tail_in_district",
      key: { districtId: 1, phoneTailIndex: 1 },
      serves: "staff find a resident by the last four digits of her phone",
    },
    {
      name: "staff",
      key: { "memberships.carePointId": 1 },
      partialFilterExpression: { "memberships.carePointId": { $exists: true } },
      serves: "who works at a care point",
    },
    {
      name: "demo",
      key: { "demo.order": 1 },
      partialFilterExpression: { "demo.order": { $exists: true } },
      serves: "the demo's people in their order",
    },
  ],
};
