import { setImmediate as endOfTurn } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { shareReads } from "@server/core/db/share-reads";
import { until } from "@test/support/until";

/** Reads that end when the test says so, in the order in which they began. */
function heldReads() {
  const open: { readonly answer: (text: string) => void; readonly fail: (error: Error) => void }[] = [];
  const read = () => new Promise<string>((answer, fail) => open.push({ answer, fail }));
  const ask = shareReads((what: string) => what, read);
  const at = (number: number) => {
    const one = open[number];
    if (!one) throw new Error(`read ${number} has not begun`);
    return one;
  };
  return { ask, at, begun: () => open.length };
}

describe("reads that are shared", () => {
  test("who ask in one turn are answered by one read, which begins after the last of them asked", async () => {
    const { ask, at, begun } = heldReads();
    const crowd = [ask("menu"), ask("menu")];
    await Promise.resolve();
    crowd.push(ask("menu"));
    expect(begun()).toBe(0);
    await endOfTurn();
    expect(begun()).toBe(1);
    at(0).answer("one");
    expect(await Promise.all(crowd)).toEqual(["one", "one", "one"]);
  });

  test("who asks while a read is under way is answered by a later one, and does not wait for the first", async () => {
    const { ask, at, begun } = heldReads();
    const first = ask("menu");
    await endOfTurn();
    const late = [ask("menu")];
    await endOfTurn();
    late.push(ask("menu"));
    let isAnswered = false;
    void Promise.all(late).then(() => {
      isAnswered = true;
    });
    // One read for both; on a computer so busy that ten milliseconds pass between the two, one each.
    await until(() => {
      for (let place = 1; place < begun(); place += 1) at(place).answer("after");
      return Promise.resolve(isAnswered);
    });
    expect(await Promise.all(late)).toEqual(["after", "after"]);
    at(0).answer("before");
    expect(await first).toBe("before");
  });

  test("one question is not another", async () => {
    const { ask, at, begun } = heldReads();
    const [menu, dish] = [ask("menu"), ask("dish")];
    await endOfTurn();
    expect(begun()).toBe(2);
    at(1).answer("dish");
    at(0).answer("menu");
    expect(await Promise.all([menu, dish])).toEqual(["menu", "dish"]);
  });

  test("a read that fails fails those who shared it, and nobody after them", async () => {
    const { ask, at } = heldReads();
    const crowd = Promise.allSettled([ask("menu"), ask("menu")]);
    await endOfTurn();
    at(0).fail(new Error("the line is cut"));
    expect((await crowd).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    const next = ask("menu");
    await endOfTurn();
    at(1).answer("back");
    expect(await next).toBe("back");
  });
});
