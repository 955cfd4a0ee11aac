import { businessDay } from "@shared/core/dates";
import type { MyData } from "@shared/domains/accounts/my-data.contract";
import { toInstant } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { DataGroup } from "@server/core/personal-data";

/** Everything that the domains keep about a person: what is most hers first. */
export async function showMyData(deps: Pick<Deps, "clock" | "personalData">, personId: string): Promise<MyData> {
  const now = deps.clock.now();
  const madeAt = toInstant(now);
  const groups: DataGroup[] = [];
  for (const part of [...deps.personalData()].reverse()) groups.push(...(await part.exportOf(personId)));
  return {
    madeAt,
    groups: groups.map(({ title, rows }) => ({ title, rows: [...rows] })),
    fileName: `一刻-我的资料-${businessDay(now)}.json`,
    json: JSON.stringify({ madeAt, ...Object.fromEntries(groups.map(({ title, json }) => [title, json])) }, null, 2),
  };
}
