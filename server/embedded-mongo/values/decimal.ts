import { type Decimal128 } from "bson";

/** A decimal number as sign, digits without leading or trailing zeros, and the power of ten of `0.digits`. */
export interface ExactDecimal {
  negative: boolean;
  digits: string;
  exponent: number;
}

function normalize(input: { negative: boolean; digits: string; exponent: number }): ExactDecimal {
  const digits = input.digits.replace(/^0+/, "");
  const trimmed = digits.replace(/0+$/, "");
  return { negative: input.negative, digits: trimmed, exponent: trimmed === "" ? 0 : input.exponent + digits.length };
}

export function exactInteger(value: bigint): ExactDecimal {
  const negative = value < 0n;
  return normalize({ negative, digits: (negative ? -value : value).toString(), exponent: 0 });
}

/** Every finite double is a finite decimal. */
export function exactDouble(value: number): ExactDecimal {
  if (Number.isInteger(value)) return exactInteger(BigInt(value));
  let scaled = Math.abs(value);
  let halvings = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    halvings += 1;
  }
  const digits = (BigInt(scaled) * 5n ** BigInt(halvings)).toString();
  return normalize({ negative: value < 0, digits, exponent: -halvings });
}

export function exactDecimal(value: Decimal128): ExactDecimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(value.toString());
  const [, sign = "", whole = "0", fraction = "", power = "0"] = match ?? [];
  return normalize({ negative: sign === "-", digits: whole + fraction, exponent: Number(power) - fraction.length });
}

function compareSizes(a: ExactDecimal, b: ExactDecimal): number {
  if (a.digits === "" || b.digits === "") return a.digits.length - b.digits.length;
  if (a.exponent !== b.exponent) return a.exponent - b.exponent;
  return a.digits === b.digits ? 0 : a.digits < b.digits ? -1 : 1;
}

export function compareExact(a: ExactDecimal, b: ExactDecimal): number {
  const negativeA = a.negative && a.digits !== "";
  const negativeB = b.negative && b.digits !== "";
  if (negativeA !== negativeB) return negativeA ? -1 : 1;
  return negativeA ? compareSizes(b, a) : compareSizes(a, b);
}
