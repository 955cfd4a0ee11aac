import { ageOn } from "@shared/core/dates";
import { staffRoles } from "@shared/core/roles";
import type { ServiceDate } from "@shared/core/primitives";
import type { DemoPerson, Me, Resident } from "@shared/domains/accounts/accounts.contract";
import type { PersonDocument } from "./person.model";

interface MeFacts {
  readonly person: PersonDocument;
  readonly birthDate: ServiceDate | null;
  /** "红旗区 春风社区"; null when the community is not run here any more. */
  readonly communityLabel: string | null;
  readonly carePointNames: ReadonlyMap<string, { readonly name: string }>;
  /** "红旗区" by the region's id. */
  readonly officeLabels: ReadonlyMap<string, string>;
}

export const presentMe = ({ person, birthDate, communityLabel, carePointNames, officeLabels }: MeFacts): Me => ({
  id: person._id,
  preferredName: person.preferredName,
  birthDate,
  community:
    person.communityId !== null && communityLabel !== null ? { id: person.communityId, label: communityLabel } : null,
  needsOnboarding: person.preferredName === null || birthDate === null || communityLabel === null,
  memberships: person.memberships.map(({ carePointId, role }) => ({
    carePointId,
    carePointName: carePointNames.get(carePointId)?.name ?? staffRoles[role].label,
    role,
  })),
  offices: [...officeLabels].map(([regionId, regionName]) => ({ regionId, regionName })),
  isDemo: person.demo !== null,
});

interface ResidentFacts {
  readonly person: PersonDocument;
  readonly birthDate: ServiceDate | null;
  readonly phoneTail: string | null;
  readonly today: ServiceDate;
}

export const presentResident = ({ person, birthDate, phoneTail, today }: ResidentFacts): Resident => ({
  id: person._id,
  preferredName: person.preferredName ?? "",
  age: birthDate === null ? null : ageOn({ birthDate, on: today }),
  phoneTail,
});

export const presentDemoPerson = ({ _id, preferredName, demo }: PersonDocument): DemoPerson => ({
  id: _id,
  preferredName: preferredName ?? "",
  description: demo?.description ?? "",
});
