import type { CareService } from "@shared/core/network";
import type { Tone } from "@miniapp/ui/chip";
import type { IconName } from "@miniapp/ui/icon";

const FOR_CHILDREN: readonly CareService[] = ["childcare", "baby_room", "children_home"];

/** One service has its own sign and colour; a place for several is a house. */
export function lookOf([only, second]: readonly CareService[]): { readonly icon: IconName; readonly tone: Tone } {
  if (only === undefined || second !== undefined) return { icon: "home", tone: "persimmon" };
  if (FOR_CHILDREN.includes(only)) return { icon: "child", tone: "indigo" };
  return only === "meals" ? { icon: "bowl", tone: "pine" } : { icon: "home", tone: "amber" };
}
