import { describe, expect, test } from "@jest/globals";
import { careServiceWords, facilityKindWords, FacilityKind } from "@shared/core/network";
import { findInconsistencies } from "@server/domains/regions/check-pack";
import { packFiles, type PackContents } from "@server/domains/regions/region-pack";
import { smallPack } from "@test/support/small-pack";

const faultsOf = (changes: Partial<PackContents>) =>
  findInconsistencies({ folder: "luoyang", files: { ...smallPack, ...changes } }).map(
    ({ file, path, reason }) => `${file} ${path}: ${reason}`,
  );
const issuesOf = (file: keyof typeof packFiles, change: object) =>
  (packFiles[file].safeParse({ ...smallPack[file], ...change }).error?.issues ?? []).map(({ path }) => path.join("."));

describe("a pack whose files agree", () => {
  test("has no fault", () => expect(faultsOf({})).toEqual([]));

  test("has a folder by its own id", () => {
    expect(findInconsistencies({ folder: "kaifeng", files: smallPack })).toEqual([
      { file: "city.json", path: "id", reason: 'must be "kaifeng", its folder' },
    ]);
  });
});

describe("what one file says and another does not bear out", () => {
  const [target] = smallPack["targets.json"].targets;
  const [requirement] = smallPack["network.json"].requirements;
  const offices = smallPack["offices.json"];
  const { circle, sources } = smallPack["circle.json"];
  if (!target || !requirement) throw new Error("the small pack has a target and a requirement");

  test("a figure of no paper, of no region, or twice", () => {
    const other = { ...target, period: "2025", source: "999", regionId: "luoyang-nowhere" };
    const targets = [target, target, other];
    expect(faultsOf({ "targets.json": { sources, targets } })).toEqual([
      'targets.json targets.1.indicator: "meal-points" stands twice',
      'targets.json targets.2.source: no source is labelled "999"',
      'targets.json targets.2.regionId: there is no region "luoyang-nowhere"',
    ]);
  });

  test("a requirement of no level, no paper or no figure", () => {
    const requirements = [{ ...requirement, level: "乡", source: "999", indicator: "nothing" }];
    expect(faultsOf({ "network.json": { sources, requirements } })).toEqual([
      'network.json requirements.0.level: "乡" is no level of "洛阳市"',
      'network.json requirements.0.source: no source is labelled "999"',
      'network.json requirements.0.indicator: there is no target "nothing"',
    ]);
  });

  test("a circle, or a service of it, of no paper", () => {
    const services = [{ service: "meals", source: "998" }] as const;
    expect(
      faultsOf({ "circle.json": { sources, circle: { ...circle, source: "999", services: [...services] } } }),
    ).toEqual([
      'circle.json circle.source: no source is labelled "999"',
      'circle.json circle.services.0.source: no source is labelled "998"',
    ]);
  });

  test("an office of no level, and a level that verifies although it is not the district's", () => {
    const [office] = offices.offices;
    if (!office) throw new Error("the small pack has an office");
    const changed = { ...offices, verifyingLevel: "市", offices: [{ ...office, level: "乡" }] };
    expect(faultsOf({ "offices.json": changed })).toEqual([
      "offices.json verifyingLevel: must be the name of the district level",
      'offices.json offices.0.level: "乡" is no level of "洛阳市"',
    ]);
  });

  test("guidance centres of a village, twice, or of not every county", () => {
    const phone = null;
    const guidanceCentres = [
      { regionId: "luoyang-luoning-shi", phone },
      { regionId: "luoyang-luoning-shi", phone },
    ];
    expect(faultsOf({ "offices.json": { ...offices, guidanceCentres } })).toEqual([
      'offices.json guidanceCentres.0.regionId: "luoyang-luoning-shi" is no district',
      'offices.json guidanceCentres.1.regionId: "luoyang-luoning-shi" is no district',
      'offices.json guidanceCentres.1.regionId: "luoyang-luoning-shi" stands twice',
      'offices.json guidanceCentres: "luoyang-luoning" is missing',
    ]);
  });
});

describe("what a file alone must hold", () => {
  test("the files of a small pack hold it", () => {
    for (const file of Object.keys(packFiles) as (keyof typeof packFiles)[]) expect(issuesOf(file, {})).toEqual([]);
  });

  test("a number of days for every kind of facility, and only 30, 60 or 90", () => {
    const { confirmWithinDays } = smallPack["freshness.json"];
    const { nursery, ...others } = confirmWithinDays;
    expect(nursery).toBe(60);
    expect(Object.keys(confirmWithinDays).sort()).toEqual([...FacilityKind.options].sort());
    expect(issuesOf("freshness.json", { confirmWithinDays: others })).toEqual(["confirmWithinDays.nursery"]);
    expect(issuesOf("freshness.json", { confirmWithinDays: { ...others, nursery: 45 } })).toEqual([
      "confirmWithinDays.nursery",
    ]);
  });

  test("an entry sinks before it leaves", () => {
    expect(issuesOf("freshness.json", { sinksAfterDays: 90, leavesAfterDays: 90 })).toEqual(["leavesAfterDays"]);
  });

  test("levels of different names, requirements of different keys, a circle without doubles", () => {
    const { levels } = smallPack["city.json"];
    expect(issuesOf("city.json", { levels: levels.map((level) => ({ ...level, name: "级" })) })).toEqual(["levels"]);
    const { requirements } = smallPack["network.json"];
    expect(issuesOf("network.json", { requirements: [...requirements, ...requirements] })).toEqual(["requirements"]);
    const { circle } = smallPack["circle.json"];
    const doubled = { ...circle, services: [...circle.services, ...circle.services] };
    expect(issuesOf("circle.json", { circle: doubled })).toEqual(["circle.services"]);
  });

  test("a count to a target names the target", () => {
    const requirements = smallPack["network.json"].requirements.map(({ indicator, ...rest }) => {
      expect(indicator).toBe("meal-points");
      return { ...rest, measure: "count_to_target" };
    });
    expect(issuesOf("network.json", { requirements })).toEqual(["requirements"]);
  });

  test("no kind, service, pace or phone that nobody knows", () => {
    const [requirement] = smallPack["network.json"].requirements;
    expect(issuesOf("network.json", { requirements: [{ ...requirement, kinds: ["palace"] }] })).toEqual([
      "requirements.0.kinds.0",
    ]);
    expect(issuesOf("pace.json", { pramMetresPerSecond: 11, pramServices: ["racing"] })).toEqual([
      "pramMetresPerSecond",
      "pramServices.0",
    ]);
    const guidanceCentres = [{ regionId: "luoyang-luoning", phone: "0379-x" }];
    expect(issuesOf("offices.json", { guidanceCentres })).toEqual(["guidanceCentres.0.phone"]);
  });
});

test("no two kinds and no two services have one word, so that a screen's list tells them apart", () => {
  for (const words of [facilityKindWords, careServiceWords])
    expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length);
});
