import { EngineError } from "../errors";
import { isNumeric, toNumber } from "./order";

/** Reads a whole number that an operator or stage was given. Throws BadValue (2) or TypeMismatch (14). */
export function readInteger(name: string, value: unknown): number {
  const number = isNumeric(value) ? toNumber(value) : Number.NaN;
  if (!Number.isInteger(number)) throw new EngineError(isNumeric(value) ? 2 : 14, `${name} must be a whole number`);
  return number;
}
