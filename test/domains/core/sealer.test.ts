import { randomBytes } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { createSealer, type FieldKey } from "@server/core/crypto/sealer";

const fieldKey = (id: string): FieldKey => ({ id, key: randomBytes(32) });
const indexKey = randomBytes(32);
const place = { collection: "people", id: "p1", field: "phone" };

describe("sealed fields (R-X3)", () => {
  const old = fieldKey("k1");
  const sealer = createSealer({ fieldKeys: [old], indexKey });

  test("any text comes back as it was, and no two seals are alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const sealed = sealer.seal(place, value);
        expect(sealer.open(place, sealed)).toBe(value);
        expect(sealer.seal(place, value)).not.toBe(sealed);
        // Shorter ones stand by chance in what looks random.
        if (value.length > 8) expect(sealed).not.toContain(value);
      }),
      { numRuns: 200, seed: 20_261_122 },
    );
  });

  test.each([
    ["another field", { ...place, field: "address" }],
    ["another document", { ...place, id: "p2" }],
    ["another collection", { ...place, collection: "children" }],
    ["fields that read alike when joined", { collection: "peoplep1", id: "", field: "phone" }],
  ])("a value moved to %s does not open", (_, elsewhere) => {
    expect(() => sealer.open(elsewhere, sealer.seal(place, "13812345678"))).toThrow();
  });

  test("any changed byte is noticed", () => {
    const [id = "", text = ""] = sealer.seal(place, "13812345678").split(".");
    const bytes = Buffer.from(text, "base64url");
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => sealer.open(place, `${id}.${changed.toString("base64url")}`)).toThrow();
    }
  });

  test.each(["", ".", "k1.", "k1.AAAA", "k9.AAAA", "13812345678"])("%p does not open and is not repeated", (text) => {
    expect(() => sealer.open(place, text)).toThrow(/^(?!.*13812345678)/);
  });

  test("a wrong key under the right name does not open", () => {
    const sealed = sealer.seal(place, "13812345678");
    const stranger = createSealer({ fieldKeys: [fieldKey("k1")], indexKey });
    expect(() => stranger.open(place, sealed)).toThrow();
  });

  test("after a rotation the new key seals and the old one still opens", () => {
    const sealed = sealer.seal(place, "13812345678");
    const rotated = createSealer({ fieldKeys: [fieldKey("k2"), old], indexKey });
    expect(rotated.open(place, sealed)).toBe("13812345678");
    expect(rotated.seal(place, "a")).toMatch(/^k2\./);
  });

  test("blind indexes are equal for equal values of one field, and only then", () => {
    const index = (field: string, value: string) => sealer.blindIndex(field, value);
    expect(index("phone", "13812345678")).toBe(index("phone", "13812345678"));
    expect(index("phone", "13812345678")).not.toBe(index("phone", "13812345679"));
    expect(index("phone", "13812345678")).not.toBe(index("phoneTail", "13812345678"));
    const other = createSealer({ fieldKeys: [old], indexKey: randomBytes(32) });
    expect(other.blindIndex("phone", "13812345678")).not.toBe(index("phone", "13812345678"));
  });
});
