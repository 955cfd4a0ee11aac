import { describe, expect, test } from "@jest/globals";
import { SurveyInput, type MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { draftOf, isSwapped, readSurvey, surveyOf, type SurveyDraft } from "@miniapp/domains/build-out/survey-draft";

const point = { name: "向阳助餐点", address: "向阳路 12 号", survey: null } as MealPoint;
const before = { point, hours: "10:30-13:00" };
const hours = [{ weekday: 1, opens: "10:30", closes: "13:00" }];
const filled: SurveyDraft = {
  ...draftOf(before),
  phone: "0373-5550112",
  latitude: "35.3035",
  longitude: "113.8835",
  elders: "320",
  eldersSource: "社区台账",
};

describe("a survey as it is typed", () => {
  test("becomes what the contract takes", () => {
    const survey = surveyOf(
      { ...filled, hasLicence: true, licenceNumber: " 341070 ", licenceUntil: "2027年6月30日" },
      hours,
    );
    expect(SurveyInput.parse(survey)).toMatchObject({
      position: { latitude: 35.3035, longitude: 113.8835 },
      eldersWithin: { count: 320, source: "社区台账" },
      licence: { number: "341070", expiresOn: "2027-06-30" },
      openingHours: hours,
      notes: null,
    });
  });

  test.each([
    ["没有名字", { name: " " }, /叫什么/],
    ["电话里有字", { phone: "问老王" }, /电话只写/],
    ["没有位置", { latitude: "" }, /位置还没有填/],
    ["经纬度填反", { latitude: "113.8835", longitude: "35.3035" }, /填反/],
    ["不在国内", { latitude: "1", longitude: "1" }, /位置不对/],
    ["位置不是数", { latitude: "三十五" }, /位置不对/],
    ["没有老人数", { elders: "" }, /多少位老人/],
    ["没有出处", { eldersSource: "" }, /从哪里来/],
    ["有证没有编号", { hasLicence: true }, /编号还没有写/],
    ["证的日期不对", { hasLicence: true, licenceNumber: "1", licenceUntil: "2027年2月30日" }, /有效到哪一天/],
  ])("%s is said in a sentence", (_, part, sentence) => {
    expect(surveyOf({ ...filled, ...part }, hours)).toEqual({ fault: expect.stringMatching(sentence) });
  });

  test("hours that cannot be read are said last", () => {
    expect(surveyOf(filled, null)).toEqual({ fault: expect.stringMatching(/先开门后关门/) });
  });

  test("swapped degrees are told from others", () => {
    expect(isSwapped({ latitude: "113.9", longitude: "35.3" })).toBe(true);
    expect(isSwapped({ latitude: "35.3", longitude: "113.9" })).toBe(false);
    expect(isSwapped({ latitude: "", longitude: "" })).toBe(false);
  });

  test("what was begun comes back, unless a colleague saved since or it is of another shape", () => {
    expect(readSurvey({ ...filled, phone: "0373-1" }, before).phone).toBe("0373-1");
    expect(readSurvey({ ...filled, basedOn: 3 }, before)).toEqual(draftOf(before));
    expect(readSurvey({ phone: 5 }, before)).toEqual(draftOf(before));
    expect(readSurvey(undefined, before)).toEqual(draftOf(before));
  });
});
