/** How a booking ended that the kitchen cancelled, as it stands in the portion's past. */
export const CALLED_OFF = "cancelled_by_kitchen";
