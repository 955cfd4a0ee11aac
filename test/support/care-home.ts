import { buildCarePoint, offeringOf, type CarePointDocument } from "@server/domains/care-points/index";

interface CareHome {
  readonly name: string;
  readonly beds: number;
  readonly creditCode?: string;
  readonly regionId?: string;
  readonly verifiedOn?: string;
}

/** A care home with so many beds; by default in 春风社区. */
export function buildCareHome({ beds, ...more }: CareHome): Promise<CarePointDocument> {
  const capacity = { value: beds, unit: "beds" as const, asOf: "2026-11-01" };
  const offerings = [{ ...offeringOf("full_time_care", []), capacity }];
  return buildCarePoint({ ...more, kinds: ["care_home"], offerings });
}
