import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { FIRST_PREVIOUS, hashOfEntry } from "@server/core/audit/audit-hash";
import { sealReason } from "@server/core/audit/audit-reason";
import type { AuditEntry } from "@server/core/audit/audit.model";
import { verifyChain, type ChainVerdict } from "@server/core/audit/verify-chain";
import { createSealer } from "@server/core/crypto/sealer";

const sealer = createSealer({ fieldKeys: [{ id: "k1", key: randomBytes(32) }], indexKey: randomBytes(32) });
const SIZE = 5;
const BROKEN_AT = 3;

function chainOf(size: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let seq = 1; seq <= size; seq += 1) {
    const entry = {
      _id: `event-${seq}`,
      stream: "main",
      seq,
      at: new Date(Date.parse("2026-11-22T02:00:00.000Z") + seq),
      act: "meals.book-meal",
      actorId: `person-${seq}`,
      subject: { type: "meal-booking", id: `booking-${seq}` },
      forPersonId: `elder-${seq}`,
      carePointId: seq % 2 === 0 ? null : "canteen-1",
      ...sealReason(sealer, { id: `event-${seq}`, reason: seq % 2 === 0 ? undefined : `原因 ${seq}` }),
      previous: chain.at(-1)?.hash ?? FIRST_PREVIOUS,
    } as const;
    chain.push({ ...entry, hash: hashOfEntry(entry) });
  }
  return chain;
}

const chain = chainOf(SIZE);
const heads = chain.filter(({ seq }) => seq === 2 || seq === SIZE);
const verify = (entries: readonly unknown[], exported: typeof heads = []) =>
  verifyChain(entries, { sealer, heads: exported });
const brokenAt = (verdict: ChainVerdict) => (verdict.isWhole ? null : verdict.seq);

/** Every way to change one byte of a value. */
function* flips(value: unknown): Generator {
  if (typeof value === "string") {
    for (let at = 0; at < value.length; at += 1) {
      for (const bit of [1, 4, 16]) {
        const flipped = String.fromCharCode(value.charCodeAt(at) ^ bit);
        yield value.slice(0, at) + flipped + value.slice(at + 1);
      }
    }
  } else if (typeof value === "number") for (let bit = 1; bit <= 2 ** 20; bit *= 2) yield value ^ bit;
  else if (value instanceof Date) for (let bit = 1; bit <= 2 ** 20; bit *= 2) yield new Date(value.getTime() ^ bit);
  else if (value === null) yield* ["", "x"];
  else
    for (const [key, inner] of Object.entries(value as object))
      for (const one of flips(inner)) yield { ...(value as object), [key]: one };
}

const withThird = (third: unknown) => chain.map((entry) => (entry.seq === BROKEN_AT ? third : entry));
const third = chain[BROKEN_AT - 1] as unknown as Record<string, unknown>;

describe("a chain that was tampered with is found (R-A1)", () => {
  test("as it was written it is whole, with its exported heads and after new keys", async () => {
    expect(await verify(chain)).toEqual({ isWhole: true, entries: SIZE });
    expect(await verify(chain, heads)).toEqual({ isWhole: true, entries: SIZE });
    expect(await verify([])).toEqual({ isWhole: true, entries: 0 });
  });

  test.each(Object.keys(third))("one flipped byte of %s, any", async (field) => {
    let tried = 0;
    for (const value of flips(third[field])) {
      expect([field, value, brokenAt(await verify(withThird({ ...third, [field]: value })))]).toEqual([
        field,
        value,
        BROKEN_AT,
      ]);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(1);
  });

  test.each(Object.keys(third))("%s taken off, or of another kind", async (field) => {
    const { [field]: _, ...without } = third;
    expect(brokenAt(await verify(withThird(without)))).toBe(BROKEN_AT);
    for (const other of [7, true, [], { $ne: "" }]) {
      if (other === third[field]) continue;
      expect(brokenAt(await verify(withThird({ ...third, [field]: other })))).toBe(BROKEN_AT);
    }
  });

  test("a field more", async () => {
    expect(brokenAt(await verify(withThird({ ...third, note: "x" })))).toBe(BROKEN_AT);
  });

  test.each(chain.map(({ seq }) => seq))("entry %d deleted", async (seq) => {
    const rest = chain.filter((entry) => entry.seq !== seq);
    expect(brokenAt(await verify(rest, heads))).toBe(seq);
  });

  test("an entry put in, the others moved up or not", async () => {
    const strange = { ...third, _id: "event-x" };
    expect(
      brokenAt(await verify(chain.flatMap((entry) => (entry.seq === BROKEN_AT ? [strange, entry] : [entry])))),
    ).toBe(BROKEN_AT);
    const moved = chain.map((entry) => (entry.seq >= BROKEN_AT ? { ...entry, seq: entry.seq + 1 } : entry));
    expect(brokenAt(await verify([...moved.slice(0, 2), third, ...moved.slice(2)]))).toBe(BROKEN_AT + 1);
  });

  test("two entries in each other's place", async () => {
    const [one, two, three = null, four = null, five] = chain;
    expect(brokenAt(await verify([one, two, four, three, five]))).toBe(BROKEN_AT);
    const swapped = [
      { ...four, seq: 3 },
      { ...three, seq: 4 },
    ];
    expect(brokenAt(await verify([one, two, ...swapped, five]))).toBe(BROKEN_AT);
  });

  test("a chain written anew as a whole does not fit the exported heads", async () => {
    const forged = chainOf(SIZE);
    expect(await verify(forged)).toMatchObject({ isWhole: true });
    const other: AuditEntry[] = [];
    for (const entry of forged) {
      const changed = { ...entry, actorId: "nobody", previous: other.at(-1)?.hash ?? FIRST_PREVIOUS };
      other.push({ ...changed, hash: hashOfEntry(changed) });
    }
    expect(await verify(other)).toMatchObject({ isWhole: true });
    expect(await verify(other, heads)).toMatchObject({ isWhole: false, seq: 2 });
  });
});
