import type { RosterRow } from "@shared/domains/meals/meal-counter-shapes";

/** A line of the roster: 王阿姨, who holds one portion, unless told otherwise. */
export const rosterRow = (overrides: Partial<RosterRow> = {}): RosterRow => ({
  bookingId: "b1",
  name: "王阿姨",
  pinyinInitials: "way",
  phoneTail: null,
  age: 78,
  dishName: "红烧豆腐套餐",
  mode: "eat_in",
  priceFen: 600,
  state: "booked",
  codeTail: "13",
  isWalkIn: false,
  isBookedByOther: false,
  servedAt: null,
  undoUntil: null,
  ...overrides,
});
