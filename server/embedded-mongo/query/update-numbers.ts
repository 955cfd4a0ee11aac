import { Decimal128, type Double, Int32, Long } from "bson";
import { EngineError, unsupported } from "../errors";
import { isInt32, makeDouble } from "../values/decode";
import { isNumeric, toNumber } from "../values/order";

type Kind = "int" | "long" | "double";

function kindOf(value: unknown): Kind {
  if (typeof value === "number") return isInt32(value) ? "int" : "double";
  if (value instanceof Long) return "long";
  return value instanceof Int32 ? "int" : "double";
}

function toBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value as number | Double | Int32));
}

function fromBigInt(value: bigint, wide: boolean): number | Long {
  if (!wide && value >= -2147483648n && value <= 2147483647n) return Number(value);
  if (value < -(2n ** 63n) || value >= 2n ** 63n)
    throw new EngineError(2, "Failed to apply the update: integer overflow");
  return Long.fromBigInt(value);
}

/** Adds or multiplies as MongoDB does: int32 grows into int64, a double makes the result a double. */
export function calculate(operator: "$inc" | "$mul", path: string, current: unknown, operand: unknown): unknown {
  if (!isNumeric(operand))
    throw new EngineError(
      14,
      `Cannot ${operator === "$inc" ? "increment" : "multiply"} with non-numeric argument: {${path}}`,
    );
  if (current !== undefined && !isNumeric(current)) {
    throw new EngineError(
      14,
      `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is not a number`,
    );
  }
  if (operand instanceof Decimal128 || current instanceof Decimal128) throw unsupported(`${operator} on Decimal128`);
  const start = current ?? 0;
  const kinds = [kindOf(start), kindOf(operand)];
  if (kinds.includes("double")) {
    const [a, b] = [toNumber(start), toNumber(operand)];
    return makeDouble(operator === "$inc" ? a + b : a * b);
  }
  const [a, b] = [toBigInt(start), toBigInt(operand)];
  return fromBigInt(operator === "$inc" ? a + b : a * b, kinds.includes("long"));
}
