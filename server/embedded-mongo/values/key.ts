import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from "bson";
import { compareExact, exactDouble, type ExactDecimal } from "./decimal";
import type { Document } from "./decode";
import { exactBeyondDouble, isDocument, isNumeric, placeOf, toNumber, typePlace } from "./order";

let scratch = Buffer.allocUnsafe(8 * 1024);
let used = 0;

function room(bytes: number): number {
  const start = used;
  if (start + bytes > scratch.length) {
    const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, start + bytes));
    scratch.copy(larger, 0, 0, start);
    scratch = larger;
  }
  used = start + bytes;
  return start;
}

function writeByte(byte: number): void {
  const start = room(1);
  scratch[start] = byte;
}

function writeBytes(bytes: Uint8Array): void {
  const start = room(bytes.length);
  scratch.set(bytes, start);
}

/** UTF-8 with an end mark that sorts before any longer string: 00 becomes 00 FF, the end is 00 00. */
function writeString(text: string): void {
  const start = room(text.length * 3 + 2);
  used = start + scratch.write(text, start, "utf8");
  if (text.includes("\0")) {
    const plain = Buffer.from(scratch.subarray(start, used));
    used = start;
    for (const byte of plain) {
      writeByte(byte);
      if (byte === 0) writeByte(0xff);
    }
  }
  writeByte(0);
  writeByte(0);
}

function writeOrderedDouble(value: number): void {
  const start = room(8);
  if (Number.isNaN(value)) {
    scratch.fill(0, start, start + 8);
    return;
  }
  scratch.writeDoubleBE(value === 0 ? 0 : value, start);
  if (value < 0) invert(start);
  else scratch[start] = (scratch[start] ?? 0) ^ 0x80;
}

function invert(start: number): void {
  for (let index = start; index < used; index += 1) scratch[index] = ~(scratch[index] ?? 0) & 0xff;
}

function writeDigits(exact: ExactDecimal): void {
  const start = room(2);
  scratch.writeUInt16BE(exact.exponent + 0x8000, start);
  writeString(exact.digits);
  if (exact.negative) invert(start);
}

/** The nearest double, then on which side of it the number lies, then its digits where a double cannot hold it. */
function writeNumber(value: unknown): void {
  const nearest = isNumeric(value) ? toNumber(value) : Number.NaN;
  writeOrderedDouble(nearest);
  const exact = exactBeyondDouble(value);
  const side = exact === undefined ? 0 : sideOf(exact, nearest);
  writeByte(0x80 + side);
  if (exact !== undefined && side !== 0) writeDigits(exact);
}

function sideOf(exact: ExactDecimal, nearest: number): number {
  if (!Number.isFinite(nearest)) return -Math.sign(nearest);
  return Math.sign(compareExact(exact, exactDouble(nearest)));
}

function writeInteger64(high: number, low: number): void {
  const start = room(8);
  scratch.writeInt32BE(high | 0, start);
  scratch.writeUInt32BE(low >>> 0, start + 4);
}

function writeDate(value: Date): void {
  const time = value.getTime();
  const high = Math.floor(time / 4294967296);
  writeInteger64(high ^ 0x80000000, time - high * 4294967296);
}

function writeDocument(document: Document): void {
  for (const name of Object.keys(document)) {
    const value = document[name];
    if (value === undefined) continue;
    writeByte(placeOf(value));
    writeString(name);
    writeValue(value);
  }
  writeByte(0);
}

function writeBinary(value: Binary): void {
  const bytes = value.value();
  const start = room(4);
  scratch.writeUInt32BE(bytes.length, start);
  writeByte(value.sub_type);
  writeBytes(bytes);
}

function writeObject(value: object): void {
  if (value instanceof ObjectId) return writeBytes(value.id);
  if (value instanceof Date) return writeDate(value);
  if (Array.isArray(value)) {
    for (const element of value) writeValue(element);
    return writeByte(0);
  }
  if (value instanceof Timestamp) return writeInteger64(value.t, value.i);
  if (value instanceof Binary) return writeBinary(value);
  if (value instanceof BSONRegExp) {
    writeString(value.pattern);
    return writeString(value.options);
  }
  if (value instanceof Code) return writeString(value.code);
  if (isDocument(value)) writeDocument(value);
}

function writeValue(value: unknown): void {
  const place = placeOf(value);
  writeByte(place);
  if (place === typePlace.number) return writeNumber(value);
  if (typeof value === "string") return writeString(value);
  if (typeof value === "boolean") return writeByte(value ? 1 : 0);
  if (typeof value === "object" && value !== null) writeObject(value);
}

/**
 * Bytes whose order is MongoDB's order of the values; no key is the beginning of another, so keys can be joined.
 * `directions` holds -1 where a value is to sort backwards.
 */
export function encodeKey(values: readonly unknown[], directions: readonly number[]): Buffer {
  used = 0;
  for (const [index, value] of values.entries()) {
    const start = used;
    writeValue(value);
    if (directions[index] === -1) invert(start);
  }
  return Buffer.from(scratch.subarray(0, used));
}
