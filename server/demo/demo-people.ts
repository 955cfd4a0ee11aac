import { ageOn } from "@shared/core/dates";
import type { ServiceDate } from "@shared/core/primitives";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import { stableId } from "@server/core/ids";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { enrolStaff } from "@server/domains/accounts/enrol-staff";
import { findRegion } from "@server/domains/regions/index";
import { CHUNFENG_CANTEEN } from "./demo-places";

/** With which the demo's manager signs in, also printed at the start. Exists on the embedded engine and loopback only. */
export const demoStaffLogin = { name: "刘主任", password: "chunfeng-demo" } as const;

/** At whose office the demo's officers work. */
export const DEMO_OFFICE = "xinxiang-hongqi";

/** Phones of a number range that is not given out. */
const PEOPLE = [
  {
    key: "wang",
    preferredName: "王阿姨",
    description: "王秀兰，78 岁，常在春风社区食堂吃午饭",
    age: 78,
    birthday: "05-06",
    phone: "15400000078",
    communityId: "demo-chunfeng",
  },
  {
    key: "zhao",
    preferredName: "赵大姐",
    description: "赵玉梅，66 岁，刚搬来，还没有订过饭",
    age: 66,
    birthday: "09-12",
    phone: "15400000066",
    communityId: "demo-xiangrong",
  },
  {
    key: "li",
    preferredName: "李大爷",
    description: "李建国，91 岁，已经订了后天的午饭",
    age: 91,
    birthday: "02-03",
    phone: "15400000091",
    communityId: "demo-chunfeng",
  },
  {
    key: "daughter",
    preferredName: "小敏",
    description: "周敏，王阿姨的女儿，49 岁",
    age: 49,
    birthday: "07-28",
    phone: "15400000049",
    communityId: "demo-muge",
  },
  {
    key: "cook",
    preferredName: "陈师傅",
    description: "春风社区食堂的厨师",
    age: 52,
    birthday: "10-19",
    role: "care_point_staff",
    communityId: "demo-chunfeng",
  },
  {
    key: "manager",
    preferredName: "刘主任",
    description: "春风社区食堂的负责人",
    age: 45,
    birthday: "03-15",
    role: "care_point_manager",
    communityId: "demo-chunfeng",
  },
  {
    key: "officer",
    preferredName: "孙科长",
    description: "红旗区民政局，核实和公布照护点",
    age: 41,
    birthday: "06-18",
    office: DEMO_OFFICE,
    communityId: "demo-chunfeng",
  },
  {
    key: "second-officer",
    preferredName: "钱干事",
    description: "红旗区民政局，与孙科长两人复核",
    age: 29,
    birthday: "04-22",
    office: DEMO_OFFICE,
    communityId: "demo-chunfeng",
  },
  {
    key: "city-officer",
    preferredName: "郑处长",
    description: "新乡市民政局，分解任务、看进度",
    age: 50,
    birthday: "01-09",
    office: "xinxiang",
    communityId: "demo-chunfeng",
  },
] as const;

export type DemoPersonKey = (typeof PEOPLE)[number]["key"];
export const demoPersonId = (key: DemoPersonKey): string => stableId("demo-person", key);

/** The latest date with this birthday at which somebody is that old on the day of seeding. */
function bornFor({ age, birthday, on }: { age: number; birthday: string; on: ServiceDate }): ServiceDate {
  const year = Number(on.slice(0, 4)) - age;
  const birthDate = `${year}-${birthday}`;
  return ageOn({ birthDate, on }) === age ? birthDate : `${year - 1}-${birthday}`;
}

/** Writes the demo's people; who lives or works in a city this server does not run is left out. */
export async function buildDemoPeople(deps: Pick<Deps, "sealer" | "clock" | "actors">): Promise<void> {
  const on = today(deps.clock);
  for (const [order, person] of PEOPLE.entries()) {
    const { key, preferredName, description, age, birthday, communityId } = person;
    if (!(await findRegion(communityId))) continue;
    await buildPerson(deps, {
      id: demoPersonId(key),
      preferredName,
      birthDate: bornFor({ age, birthday, on }),
      communityId,
      demo: { description, order },
      ...("phone" in person ? { phone: person.phone } : {}),
      ...("role" in person ? { memberships: [{ carePointId: CHUNFENG_CANTEEN, role: person.role }] } : {}),
      ...("office" in person ? { offices: [{ regionId: person.office }] } : {}),
    });
  }
  if (await findRegion("demo-chunfeng")) await enrolManager(deps);
}

const enrolManager = (deps: Pick<Deps, "actors" | "clock">): Promise<void> =>
  enrolStaff(deps, {
    personId: demoPersonId("manager"),
    memberships: [{ carePointId: CHUNFENG_CANTEEN, role: "care_point_manager" }],
    loginName: demoStaffLogin.name,
    password: demoStaffLogin.password,
  });
