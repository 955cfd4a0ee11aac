import { randomUUID } from "node:crypto";
import { instantAt } from "@shared/core/dates";
import { today } from "@server/core/clock";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { TestApp } from "@test/support/app";
import type { LunchWorld } from "@test/support/lunch-world";

/** Today's lunch, which so many elders have booked: what a counter is busy with. */
export async function buildBusyLunch(app: TestApp, { canteen, community }: LunchWorld, people: number): Promise<void> {
  const serviceDate = today(app.clock);
  const closesAt = instantAt({ date: serviceDate, time: "11:00" });
  const { _id: menuId, dishes } = await buildMenu(app, { carePointId: canteen._id, serviceDate, closesAt });
  for (let index = 0; index < people; index += 1) {
    const { _id: elderId } = await buildPerson(app.deps, { communityId: community._id });
    await app.request
      .post("/api/meals/bookings")
      .set("Authorization", `Bearer ${await app.signInAs(elderId)}`)
      .set("Idempotency-Key", randomUUID())
      .send({ menuId, dishId: dishes[0]?.id, elderId, mode: "eat_in" })
      .expect(201);
  }
}
