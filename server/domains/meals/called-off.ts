/** How a booking ended, as it stands in the portion's past: by her, or by somebody for her. */
export const CANCELLED = "cancelled";

/** By the kitchen, which does not cook after all. */
export const CALLED_OFF = "cancelled_by_kitchen";
