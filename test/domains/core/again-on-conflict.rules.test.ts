import { describe, expect, test } from "@jest/globals";
import mongoose from "mongoose";
import { againOnConflict } from "@server/core/db/again-on-conflict";

const conflict = () => new mongoose.mongo.MongoServerError({ message: "conflict", code: 112 });

/** A write that fails so many times before it succeeds. */
function write(failures: number, failure: () => Error = conflict) {
  let calls = 0;
  const act = () => {
    calls += 1;
    return calls <= failures ? Promise.reject(failure()) : Promise.resolve("written");
  };
  return { act, calls: () => calls };
}

describe("a write given up for another's sake", () => {
  test("is repeated until it is written, eight tries at most", async () => {
    for (const failures of [0, 1, 7]) {
      const { act, calls } = write(failures);
      expect([await againOnConflict(act), calls()]).toEqual(["written", failures + 1]);
    }
    const hopeless = write(8);
    await expect(againOnConflict(hopeless.act)).rejects.toMatchObject({ code: 112 });
    expect(hopeless.calls()).toBe(8);
  });

  test("another failure is not repeated", async () => {
    const duplicate = write(1, () => new mongoose.mongo.MongoServerError({ message: "duplicate", code: 11_000 }));
    await expect(againOnConflict(duplicate.act)).rejects.toMatchObject({ code: 11_000 });
    expect(duplicate.calls()).toBe(1);
  });
});
