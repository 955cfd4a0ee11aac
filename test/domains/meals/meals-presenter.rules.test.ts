import { describe, expect, test } from "@jest/globals";
import { MealBooking, Menu } from "@shared/domains/meals/meals.contract";
import type { Booking } from "@server/domains/meals/booking";
import type { MenuDocument } from "@server/domains/meals/menu.model";
import { presentBooking, presentMenu } from "@server/domains/meals/meals.presenter";
import { repeatOrder } from "@server/domains/meals/repeat-order";
import { closesLabel } from "@server/domains/meals/wire-labels";

const at = (shanghai: string) => Date.parse(`${shanghai}+08:00`);
const now = at("2026-11-22T10:00:00");
const place = { name: "春风社区食堂", phone: "0373-5550101" };

const booking: Booking = {
  id: "booking-1",
  menuId: "menu-1",
  dishId: "dish-1",
  elder: "elder-1",
  date: "2026-11-23",
  meal: "lunch",
  mode: "eat_in",
  carePointId: "canteen-1",
  dishName: "红烧豆腐套餐",
  servesFrom: "11:30",
  priceLines: [
    { label: "餐费", amountFen: 1100 },
    { label: "另加", amountFen: 50 },
  ],
  state: "booked",
  code: "035208",
  closesAt: new Date(at("2026-11-22T20:00:00")),
  servesUntil: new Date(at("2026-11-23T13:00:00")),
};

const menu: MenuDocument = {
  _id: "menu-2",
  carePointId: "canteen-1",
  serviceDate: "2026-11-24",
  meal: "lunch",
  servesFrom: "11:30",
  servesUntil: "13:00",
  closesAt: new Date(at("2026-11-23T20:00:00")),
  modes: ["eat_in", "pick_up"],
  dishes: [
    {
      id: "dish-1",
      name: "红烧豆腐套餐",
      description: "",
      allergens: ["soybean"],
      dietMarks: [],
      priceFen: 650,
      portions: 20,
      freeShown: 3,
    },
  ],
};

describe("when it closes, in words", () => {
  test.each([
    ["2026-11-22T20:00:00", "今晚 20:00"],
    ["2026-11-22T14:00:00", "今天 14:00"],
    ["2026-11-22T17:59:00", "今天 17:59"],
    ["2026-11-22T18:00:00", "今晚 18:00"],
    ["2026-11-23T10:00:00", "明天 10:00"],
    ["2026-11-23T20:00:00", "明晚 20:00"],
    ["2026-11-24T20:00:00", "后天 20:00"],
    ["2026-11-25T20:00:00", "11月25日 20:00"],
    ["2026-11-21T20:00:00", "昨晚 20:00"],
    ["2026-11-20T20:00:00", "11月20日 20:00"],
    ["2026-11-22T00:00:00", "今天 00:00"],
  ])("%s is %s", (closesAt, label) => {
    expect(closesLabel({ closesAt: at(closesAt), now })).toBe(label);
  });

  test("turns with the day in Shanghai, not in UTC", () => {
    const closesAt = at("2026-11-22T20:00:00");
    expect(closesLabel({ closesAt, now: at("2026-11-21T23:59:59.999") })).toBe("明晚 20:00");
    expect(closesLabel({ closesAt, now: at("2026-11-22T00:00:00") })).toBe("今晚 20:00");
  });
});

describe("a booking on the wire", () => {
  const present = (overrides: Partial<Booking> = {}, at = now, mayCancel = true) =>
    presentBooking({
      booking: { ...booking, ...overrides },
      place,
      now: at,
      mayCancel,
      labels: { bookedByLabel: null, cancelledLabel: null },
    });

  test("is what the contract names, with the code as six digits and the price as a sum of its lines", () => {
    const shown = present();
    expect(MealBooking.parse(shown)).toEqual(shown);
    expect([shown.code, shown.priceFen, shown.servesUntil]).toEqual(["035208", 1150, "13:00"]);
  });

  test("can be cancelled by who may, while it is booked and open", () => {
    const closesAt = booking.closesAt.getTime();
    expect(present({}, closesAt - 1).abilities.cancel).toBe(true);
    expect(present({}, closesAt).abilities.cancel).toBe(false);
    expect(present({}, now, false).abilities.cancel).toBe(false);
    for (const state of ["served", "no_show", "cancelled"] as const) {
      expect(present({ state }).abilities.cancel).toBe(false);
    }
  });

  test("keeps to itself whose it is", () => {
    expect(JSON.stringify(present())).not.toContain("elder-1");
  });
});

describe("a menu on the wire", () => {
  test("is what the contract names and closes at its cut-off", () => {
    const shown = presentMenu({ menu, place, now });
    expect(Menu.parse(shown)).toMatchObject({ id: "menu-2", isOpen: true, closesLabel: "明晚 20:00" });
    expect(presentMenu({ menu, place, now: menu.closesAt.getTime() }).isOpen).toBe(false);
  });
});

describe("再来一份", () => {
  const repeat = (changed: Partial<MenuDocument> | null) =>
    repeatOrder({
      last: booking,
      menu: changed && { ...menu, ...changed },
      placeName: place.name,
      now: at("2026-11-23T14:00:00"),
    });

  test("offers the same dish the same way, with today's price", () => {
    expect(repeat({})).toEqual({
      dishName: "红烧豆腐套餐",
      lastLabel: "今天",
      order: { menuId: "menu-2", dishId: "dish-1", mode: "eat_in" },
      sentence: "明天 11月24日 星期二 11:30，在春风社区食堂吃，红烧豆腐套餐 1 份，6.5 元。",
    });
  });

  test("takes another way where hers is not offered", () => {
    expect(repeat({ modes: ["pick_up"] }).order?.mode).toBe("pick_up");
  });

  test("says it is sold out, not on, or that nothing is open", () => {
    const soldOut = menu.dishes.map((dish) => ({ ...dish, freeShown: 0 }));
    expect(repeat({ dishes: soldOut })).toMatchObject({
      order: null,
      sentence: "明天午饭的红烧豆腐套餐已经订完了，看看别的菜。",
    });
    expect(repeat({ dishes: [] })).toMatchObject({ order: null, sentence: "明天午饭没有红烧豆腐套餐，看看别的菜。" });
    expect(repeat(null)).toMatchObject({
      order: null,
      sentence: "春风社区食堂现在没有能订的午饭，过些时候再看看。",
    });
  });
});
