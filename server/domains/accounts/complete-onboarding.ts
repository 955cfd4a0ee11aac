import type { ServiceDate } from "@shared/core/primitives";
import { AppError, refusedField } from "@server/core/app-error";
import { auditEvent } from "@server/core/audit/audit-event";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { districtOf, findRegion, type PlacedRegion } from "@server/domains/regions/index";
import { PersonModel, type PersonDocument } from "./person.model";
import { searchKeysOf, sealBirthDate } from "./personal-values";

interface Onboarding {
  readonly personId: string;
  readonly preferredName: string;
  readonly birthDate: ServiceDate;
  readonly communityId: string;
}

/**
 * Writes down all that Yike asks of a person: how to be called, birth date, community.
 * @throws AppError invalid_request for a birth date still to come or a region nobody lives in by address
 */
export async function completeOnboarding(deps: Deps, onboarding: Onboarding): Promise<PersonDocument> {
  const { personId, preferredName, birthDate, communityId } = onboarding;
  requireBorn({ birthDate, on: today(deps.clock) });
  const community = await requireCommunity(communityId);
  const changes = {
    preferredName,
    searchKeys: searchKeysOf(preferredName),
    birthDate: sealBirthDate({ sealer: deps.sealer, personId }, birthDate),
    ...homeIn(community),
  };
  return update({ personId, changes, act: "complete-onboarding", now: deps.clock.now() });
}

interface Choice {
  readonly personId: string;
  readonly communityId: string;
}

/** @throws AppError invalid_request for a region nobody lives in by address */
export async function chooseCommunity({ clock }: Pick<Deps, "clock">, { personId, communityId }: Choice) {
  const changes = homeIn(await requireCommunity(communityId));
  return update({ personId, changes, act: "choose-community", now: clock.now() });
}

/** What a person keeps of her community. */
export const homeIn = (community: PlacedRegion) => ({ communityId: community.id, districtId: districtOf(community) });

export function requireBorn({ birthDate, on }: { birthDate: ServiceDate; on: ServiceDate }): void {
  if (birthDate > on) throw refusedField("body.birthDate", "in_future");
}

export async function requireCommunity(id: string): Promise<PlacedRegion> {
  const region = await findRegion(id);
  if (!region?.isCommunity) throw refusedField("body.communityId", "unknown");
  return region;
}

interface OwnChange {
  readonly personId: string;
  readonly changes: Partial<PersonDocument>;
  /** The endpoint's stem, for the audit. */
  readonly act: string;
  readonly now: number;
}

async function update({ personId, changes, act, now }: OwnChange): Promise<PersonDocument> {
  const subject = { type: "person", id: personId };
  const outbox = auditEvent({ act: `accounts.${act}`, actorId: personId, subject, now });
  const person = await PersonModel.findOneAndUpdate(
    { _id: personId },
    { $set: changes, $push: { outbox } },
    { returnDocument: "after" },
  ).lean<PersonDocument>();
  if (!person) throw new AppError("sign_in_required");
  return person;
}
