import { expect, test } from "@jest/globals";
import { startApp } from "@test/support/app";
import { measureCircleCoverage } from "../../bench/circle-coverage";

test("a hundredth of the measured network is computed whole, and one change costs only its surroundings", async () => {
  const app = await startApp();
  const figures = await measureCircleCoverage(app.deps, { communities: 50, carePoints: 200 });
  await app.close();
  const [whole, , oneChange, again] = figures;
  expect(whole?.note).toBe("200 care points, 50 communities");
  expect(oneChange?.values).toHaveLength(20);
  // Of fifty communities over a whole city few lie around one care point, and around some of twenty one does.
  expect(Math.max(...(again?.values ?? []))).toBeGreaterThan(0);
  expect(Math.max(...(again?.values ?? []))).toBeLessThan(10);
}, 30_000);
