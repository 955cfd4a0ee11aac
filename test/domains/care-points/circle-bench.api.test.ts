import { expect, test } from "@jest/globals";
import { today } from "@server/core/clock";
import { startApp } from "@test/support/app";
import { measureCircleCoverage } from "../../bench/circle-coverage";
import { seedNetwork } from "../../bench/seed-network";

test("a hundredth of the measured network is computed whole, and one change costs only its surroundings", async () => {
  const app = await startApp();
  await seedNetwork({ communities: 50, carePoints: 200 }, today(app.clock));
  const figures = await measureCircleCoverage(app.deps, process.env["TEST_MONGODB_URI"] ?? "");
  await app.close();
  const [whole, memory, oneChange, again] = figures;
  expect(whole?.note).toBe("200 care points, 50 communities");
  expect(memory?.values[0]).toBeLessThan(400);
  expect(oneChange?.values).toHaveLength(20);
  // Of fifty communities over a whole city few lie around one care point, and around some of twenty one does.
  expect(Math.max(...(again?.values ?? []))).toBeGreaterThan(0);
  expect(Math.max(...(again?.values ?? []))).toBeLessThan(10);
}, 60_000);
