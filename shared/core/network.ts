import * as z from "zod/mini";

/** What a facility of the network is, for elders and for children; which of them a level must have is each city's data. */
export const FacilityKind = z.enum([
  "guidance_centre",
  "regional_centre",
  "happiness_home",
  "neighbour_point",
  "day_care_station",
  "care_home",
  "nursery",
  "family_childcare_point",
  "kindergarten_class",
  "canteen",
  "central_kitchen",
  "meal_point",
  "children_home",
  "childcare_guidance_centre",
  "joint_station",
]);
export type FacilityKind = z.infer<typeof FacilityKind>;

/** Kinds for children: the health office answers for them, for all others the civil-affairs office does. */
export const kindsForChildren: ReadonlySet<FacilityKind> = new Set<FacilityKind>([
  "nursery",
  "family_childcare_point",
  "kindergarten_class",
  "children_home",
  "childcare_guidance_centre",
]);

/** What a care point can offer; one facility may offer several. */
export const CareService = z.enum([
  "meals",
  "day_care",
  "full_time_care",
  "home_visit",
  "respite",
  "childcare",
  "baby_room",
  "elder_school",
  "mutual_aid",
  "children_home",
  "guidance",
]);
export type CareService = z.infer<typeof CareService>;

/** Kinds of facility as the screen names them; a city's own word for one stands in its pack. */
export const facilityKindWords = {
  guidance_centre: "养老服务指导中心",
  regional_centre: "区域养老服务中心",
  happiness_home: "互助幸福院",
  neighbour_point: "邻里互助点",
  day_care_station: "日间照料站",
  care_home: "养老机构",
  nursery: "托育机构",
  family_childcare_point: "家庭托育点",
  kindergarten_class: "幼儿园托班",
  canteen: "老年食堂",
  central_kitchen: "中央厨房",
  meal_point: "助餐点",
  children_home: "儿童之家",
  childcare_guidance_centre: "托育服务指导中心",
  joint_station: "一老一小驿站",
} as const satisfies Record<FacilityKind, string>;

/** Services as the screen names them. */
export const careServiceWords = {
  meals: "助餐",
  day_care: "日间照料",
  full_time_care: "全托",
  home_visit: "上门服务",
  respite: "喘息服务",
  childcare: "托育",
  baby_room: "母婴室",
  elder_school: "老年学堂",
  mutual_aid: "邻里互助",
  children_home: "儿童之家",
  guidance: "业务指导",
} as const satisfies Record<CareService, string>;
