import type { Me, Resident } from "@shared/domains/accounts/accounts.contract";
import { AppError } from "@server/core/app-error";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { findCarePointLabels } from "@server/domains/care-points/index";
import { findRegion, labelOf } from "@server/domains/regions/index";
import { presentMe, presentResident } from "./accounts.presenter";
import { findPerson } from "./accounts.queries";
import type { PersonDocument } from "./person.model";
import { openBirthDate, openPhoneTail } from "./personal-values";

/** A person as she sees herself. */
export async function showMe({ sealer }: Pick<Deps, "sealer">, person: PersonDocument): Promise<Me> {
  const community = person.communityId === null ? null : await findRegion(person.communityId);
  return presentMe({
    person,
    birthDate: openBirthDate(sealer, person),
    communityLabel: community && labelOf(community),
    officeLabels: await labelOffices(person),
    carePointNames: await findCarePointLabels(person.memberships.map(({ carePointId }) => carePointId)),
  });
}

/** An office in a city that is not run here opens nothing. */
async function labelOffices({ offices = [] }: PersonDocument): Promise<ReadonlyMap<string, string>> {
  const regions = await Promise.all(offices.map(({ regionId }) => findRegion(regionId)));
  return new Map(regions.flatMap((region) => (region ? [[region.id, region.name] as const] : [])));
}

/** Who is signed in. @throws AppError sign_in_required when the person was erased meanwhile */
export async function requireMe(id: string): Promise<PersonDocument> {
  const person = await findPerson(id);
  if (!person) throw new AppError("sign_in_required");
  return person;
}

/** A resident as staff see her. */
export const showResident = ({ sealer, clock }: Pick<Deps, "sealer" | "clock">, person: PersonDocument): Resident =>
  presentResident({
    person,
    birthDate: openBirthDate(sealer, person),
    phoneTail: openPhoneTail(sealer, person),
    today: today(clock),
  });
