import type { ServiceDate } from "@shared/core/primitives";
import { AppError, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { isDuplicateKey } from "@server/core/db/duplicate-key";
import { districtOf } from "@server/domains/regions/index";
import { findPerson } from "./accounts.queries";
import { homeIn, requireBorn, requireCommunity } from "./complete-onboarding";
import { PersonModel, type PersonDocument } from "./person.model";
import { sealBirthDate, sealPhone, searchKeysOf } from "./personal-values";

const ID_LENGTH = 22;

interface Registration {
  readonly actorId: string;
  readonly key: string;
  readonly carePointId: string;
  /** The district that the care point serves; her community lies in it. */
  readonly districtId: string | null;
  readonly body: {
    readonly preferredName: string;
    readonly birthDate: ServiceDate;
    readonly communityId: string;
    readonly phone?: string | undefined;
  };
}

/**
 * Writes down a resident who stands before the staff. Her id follows from who registers and the key, so a repeat finds
 * her and writes nothing. One phone belongs to one person.
 * @throws AppError phone_taken; key_reused when the key came with another body; invalid_request as in onboarding
 */
export async function registerResident(deps: Deps, registration: Registration): Promise<PersonDocument> {
  const { sealer, clock } = deps;
  const { actorId, key, carePointId, districtId, body } = registration;
  const now = clock.now();
  requireBorn({ birthDate: body.birthDate, on: today(clock) });
  const community = await requireCommunity(body.communityId);
  if (districtOf(community) !== districtId) throw refusedField("body.communityId", "other_district");
  const personId = sealer.blindIndex("people.registration-id", JSON.stringify([actorId, key])).slice(0, ID_LENGTH);
  const fingerprint = sealer.blindIndex("people.registration", JSON.stringify(Object.entries(body).sort()));
  const { preferredName, birthDate, phone } = body;
  return insert({
    _id: personId,
    preferredName,
    searchKeys: searchKeysOf(preferredName),
    birthDate: sealBirthDate({ sealer, personId }, birthDate),
    ...(phone === undefined ? { phone: null } : sealPhone({ sealer, personId }, phone)),
    ...homeIn(community),
    memberships: [],
    registration: fingerprint,
    demo: null,
    createdAt: new Date(now),
    outbox: [
      auditEvent({
        act: "accounts.register-resident",
        actorId,
        subject: { type: "person", id: personId },
        forPersonId: personId,
        carePointId,
        now,
      }),
    ],
  });
}

async function insert(person: PersonDocument): Promise<PersonDocument> {
  try {
    await PersonModel.create(person);
    return person;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // The key first: a repeat meets her phone too, and that phone is her own.
    const registered = await findPerson(person._id);
    if (!registered) throw new AppError("phone_taken");
    if (registered.registration !== person.registration) throw new AppError("key_reused");
    return registered;
  }
}
