import { businessDay, daysBetween } from "@shared/core/dates";
import type { RepeatOrder } from "@shared/domains/meals/meals.contract";
import { dateLabel, dayLabel, shortDate } from "@server/core/calendar";
import type { Booking } from "./booking";
import type { MenuDocument } from "./menu.model";
import { mealNames } from "./wire-labels";

const wayWords = {
  eat_in: (place: string) => `在${place}吃`,
  pick_up: (place: string) => `到${place}自己取`,
} as const;

interface Repeat {
  /** What she last had. */
  readonly last: Booking;
  /** The next menu of the same meal and place that is open and that she has not booked; null when there is none. */
  readonly menu: MenuDocument | null;
  readonly placeName: string;
  readonly now: number;
}

/** 再来一份: the same dish and way at the next chance, said as the order it would be, or why not this time. */
export function repeatOrder({ last, menu, placeName, now }: Repeat): RepeatOrder {
  const today = businessDay(now);
  const dish = menu?.dishes.find(({ id }) => id === last.dishId);
  const isFree = dish !== undefined && dish.freeShown > 0;
  const mode = menu?.modes.find((offered) => offered === last.mode) ?? menu?.modes[0];
  const order = menu && isFree && mode ? { menuId: menu._id, dishId: dish.id, mode } : null;
  return {
    dishName: last.dishName,
    lastLabel: lastLabel({ date: last.date, today }),
    order,
    sentence: sentenceOf({ last, menu, placeName, today, isSoldOut: dish !== undefined && !isFree, order, dish }),
  };
}

const lastLabel = ({ date, today }: { date: string; today: string }): string =>
  daysBetween(date, today) <= 1 ? dayLabel({ date, today }) : shortDate(date);

interface Sentence extends Omit<Repeat, "now"> {
  readonly today: string;
  readonly isSoldOut: boolean;
  readonly order: RepeatOrder["order"];
  readonly dish: MenuDocument["dishes"][number] | undefined;
}

function sentenceOf({ last, menu, placeName, today, isSoldOut, order, dish }: Sentence): string {
  const meal = mealNames[last.meal];
  if (!menu) return `${placeName}现在没有能订的${meal}，过些时候再看看。`;
  const day = dayLabel({ date: menu.serviceDate, today });
  if (isSoldOut) return `${day}${meal}的${last.dishName}已经订完了，看看别的菜。`;
  if (!order || !dish) return `${day}${meal}没有${last.dishName}，看看别的菜。`;
  const when = `${day} ${dateLabel(menu.serviceDate)} ${menu.servesFrom}`;
  return `${when}，${wayWords[order.mode](placeName)}，${dish.name} 1 份，${yuan(dish.priceFen)} 元。`;
}

const yuan = (fen: number): string => String(fen / 100);
