import { findCarePointLabels } from "@server/domains/care-points/index";

/** What is said of a care point beside its id. */
export interface PlaceLabel {
  readonly name: string;
  readonly phone: string;
}

/** A care point that is no longer there still has its bookings. */
const GONE: PlaceLabel = { name: "照护点", phone: "" };

/** The names and phones of the care points of these bookings or menus. */
export async function placesOf(rows: readonly { readonly carePointId: string }[]): Promise<(id: string) => PlaceLabel> {
  const labels = await findCarePointLabels(rows.map(({ carePointId }) => carePointId));
  return (id) => labels.get(id) ?? GONE;
}
