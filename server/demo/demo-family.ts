import { stableId } from "@server/core/ids";
import type { Deps } from "@server/core/deps";
import { makeBond } from "@server/domains/family/make-bond";
import { findRegion } from "@server/domains/regions/index";
import { demoPersonId } from "./demo-people";

/** 小敏 may order for her mother 王阿姨. Seeded again it is the same bond; one that was ended stays ended. */
export async function bindDemoFamily({ clock }: Pick<Deps, "clock">): Promise<void> {
  if (!(await findRegion("demo-chunfeng"))) return;
  const invitation = {
    _id: stableId("demo-invitation", "wang", "daughter"),
    elder: demoPersonId("wang"),
    relation: "daughter",
    scopes: ["meals", "care_notes"],
    lasts: "year",
  } as const;
  await makeBond({ invitation, helper: demoPersonId("daughter"), now: clock.now() });
}
