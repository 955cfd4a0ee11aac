import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { toGcj02, toWgs84 } from "@server/core/geo-point";
import { readCreditCode } from "@server/domains/care-point-imports/credit-code";
import { readHours } from "@server/domains/care-point-imports/hours-text";
import { areLike, readyName } from "@server/domains/care-point-imports/like-names";
import { readPhone } from "@server/domains/care-point-imports/phone-text";
import { readPosition } from "@server/domains/care-point-imports/position-text";
import { metresBetween, tidyHours, weekLines } from "@server/domains/care-points/index";

const everyDay = (opens: string, closes: string) =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens, closes }));

describe("opening hours as clerks write them", () => {
  test.each([
    ["10:30-13:00", everyDay("10:30", "13:00")],
    ["每天 9:00～24:00", everyDay("09:00", "24:00")],
    ["全周：8：30—17：00", everyDay("08:30", "17:00")],
    ["周三 10:00-11:00", [{ weekday: 3, opens: "10:00", closes: "11:00" }]],
    ["周六至周一 10:00-11:00；周三休息", [0, 1, 6].map((weekday) => ({ weekday, opens: "10:00", closes: "11:00" }))],
    [
      "星期二、周四 16:30-18:00，10:30-13:00",
      [2, 4].flatMap((weekday) => [
        { weekday, opens: "10:30", closes: "13:00" },
        { weekday, opens: "16:30", closes: "18:00" },
      ]),
    ],
  ])("%s", (written, value) => {
    expect(readHours(written)).toEqual({ value });
  });

  test.each([
    ["13:00-10:30", "13:00-10:30 结束早于开始"],
    ["10:30-10:30", "10:30-10:30 结束早于开始"],
    ["10:30-13:00，12:00-14:00", "12:00-14:00 和前一段重叠"],
    ["10:30-24:30", "10:30-24:30 超过了一天"],
    ["周一 10:00-11:00；周一至周三 12:00-13:00", "周一写了两次"],
    ["十点半到一点", "看不懂“十点半到一点”，请写成 10:30-13:00"],
    ["周一", "没有写几点到几点，请写成 10:30-13:00"],
    ["；；", "没有写几点到几点，请写成 10:30-13:00"],
    ["1".repeat(301), "太长了"],
  ])("%s: %s", (written, reason) => {
    expect(readHours(written)).toEqual({ reason });
  });

  const span = fc.tuple(fc.nat(23), fc.nat(23)).filter(([from, to]) => from < to);
  const hour = (value: number) => `${String(value).padStart(2, "0")}:00`;

  test("what the screen says of a week is read as that week", () => {
    const week = fc.array(fc.tuple(fc.nat(6), span), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(week, (rows) => {
        const hours = tidyHours(
          rows.map(([weekday, [from, to]]) => ({ weekday, opens: hour(from), closes: hour(to) })),
        );
        expect(readHours(weekLines(hours).join("；"))).toEqual({ value: hours });
      }),
    );
  });

  test("anything else is understood or has a reason, within a moment", () => {
    const signs = fc.constantFrom(...Array.from("周一日至到、，；:：-—～ 0123456789休息每天\n甲"));
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (written) => {
        const read = readHours(written.join(""));
        if ("reason" in read) expect(read.reason.length).toBeGreaterThan(0);
        else for (const { opens, closes } of read.value) expect(opens < closes).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("positions", () => {
  const read = (latitude: string, longitude: string, datum: "wgs84" | "gcj02" | "bd09" = "wgs84") =>
    readPosition({ latitude, longitude, datum });

  test.each([
    ["35,3", "113.88", "latitude", "35,3 不是数字"],
    ["北纬35.3", "113.88", "latitude", "北纬35.3 不是数字"],
    ["3.53e1", "113.88", "latitude", "3.53e1 不是数字"],
    ["35.3", "", "longitude", "没有填"],
    ["113.88", "35.30", "latitude", "纬度 113.88、经度 35.3，是不是填反了？"],
    ["0", "0", "latitude", "0 不在国内"],
    ["95.1", "113.88", "latitude", "95.1 不在国内"],
    ["35.3", "-113.88", "longitude", "-113.88 不在国内"],
  ])("%s, %s: %s %s", (latitude, longitude, column, reason) => {
    const result = read(latitude, longitude);
    expect("faults" in result && result.faults[0]).toEqual({ column, reason });
  });

  test("full-width digits are digits", () => {
    expect(read("３５．３", "113.88")).toEqual({ position: { latitude: 35.3, longitude: 113.88 } });
  });

  const inChina = fc.record({
    latitude: fc.double({ min: 20, max: 50, noNaN: true }).map((value) => Number(value.toFixed(6))),
    longitude: fc.double({ min: 75, max: 130, noNaN: true }).map((value) => Number(value.toFixed(6))),
  });

  test("a satellite's position stays; one of 高德 comes back to within two metres; swapped it is asked about", () => {
    fc.assert(
      fc.property(inChina, (place) => {
        const { latitude, longitude } = place;
        expect(read(String(latitude), String(longitude))).toEqual({ position: place });
        const shown = toGcj02(place);
        const back = read(String(shown.latitude), String(shown.longitude), "gcj02");
        expect("position" in back && metresBetween(back.position, place)).toBeLessThan(2);
        if (longitude > 54) expect(read(String(longitude), String(latitude))).toHaveProperty("faults");
      }),
    );
  });

  test("of 百度's map the shift is undone", () => {
    const result = read("35.308", "113.888", "bd09");
    expect(result).toEqual({
      position: toWgs84({ position: { latitude: 35.308, longitude: 113.888 }, datum: "bd09" }),
    });
    expect(
      "position" in result && metresBetween(result.position, { latitude: 35.308, longitude: 113.888 }),
    ).toBeGreaterThan(500);
  });
});

describe("credit codes (GB 32100-2015)", () => {
  test.each(["91350100M000100Y43", " 91350100m000100y43 "])("%s is one", (code) => {
    expect(readCreditCode(code)).toEqual({ value: "91350100M000100Y43" });
  });

  test.each([
    ["91350100M000100Y44", "最后一位校验不对，请核对"],
    ["91350100M000100Y4", "应该是 18 位，写了 17 位"],
    ["91350100I000100Y43", "有不该出现的字母，没有 I、O、S、V、Z"],
    ["9.1350E+17", "被表格软件改成了数字，请把这一列设成文本再填一次"],
  ])("%s: %s", (code, reason) => {
    expect(readCreditCode(code)).toEqual({ reason });
  });

  test("one wrong sign is always found", () => {
    const good = "91350100M000100Y43";
    const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...Array.from(signs)), (place, sign) => {
        const code = good.slice(0, place) + sign + good.slice(place + 1);
        expect("value" in readCreditCode(code)).toBe(code === good);
      }),
    );
  });
});

test.each([
  ["13812345678", { value: "13812345678" }],
  ["0373－5550101", { value: "0373-5550101" }],
  ["（0373）5550101", { value: "03735550101" }],
  ["12345", { value: "12345" }],
  ["400-820-8820", { value: "400-820-8820" }],
  ["5550101", { reason: "5550101 前面要加区号" }],
  ["12812345678", { reason: "“12812345678”不像电话号码" }],
])("phone %s", (written, read) => {
  expect(readPhone(written)).toEqual(read);
});

test.each([
  ["春风社区食堂", "春风社区老年食堂", true],
  ["春风社区食堂", "春风社区食堂（东门）", true],
  ["春风社区食堂", "向阳社区食堂", false],
  ["春风社区老年食堂", "春风社区日间照料站", true],
  ["老城根食堂", "老城根老年食堂", true],
  ["食堂", "老年食堂", true],
  ["甲", "乙", false],
  ["——", "春风", false],
])("%s and %s: %s", (one, other, like) => {
  expect(areLike(readyName(one), readyName(other))).toBe(like);
});
