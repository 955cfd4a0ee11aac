import { Binary, BSONRegExp, Code, ObjectId, Timestamp } from "bson";
import { compareExact, exactDouble, type ExactDecimal } from "./decimal";
import type { Document } from "./decode";
import { exactBeyondDouble, isDocument, isNumeric, placeOf, toNumber, typePlace } from "./order";
import { Scratch } from "./scratch";

const scratch = new Scratch(8 * 1024);

/** UTF-8 with an end mark that sorts before any longer string: 00 becomes 00 FF, the end is 00 00. */
function writeString(text: string): void {
  const start = scratch.used;
  scratch.writeText(text);
  if (text.includes("\0")) {
    const plain = Buffer.from(scratch.bytes.subarray(start, scratch.used));
    scratch.used = start;
    for (const byte of plain) {
      scratch.writeByte(byte);
      if (byte === 0) scratch.writeByte(0xff);
    }
  }
  scratch.writeByte(0);
  scratch.writeByte(0);
}

function writeOrderedDouble(value: number): void {
  const start = scratch.room(8);
  if (Number.isNaN(value)) {
    scratch.bytes.fill(0, start, start + 8);
    return;
  }
  scratch.bytes.writeDoubleBE(value === 0 ? 0 : value, start);
  if (value < 0) invert(start);
  else scratch.bytes[start] = (scratch.bytes[start] ?? 0) ^ 0x80;
}

function invert(start: number): void {
  const { bytes, used } = scratch;
  for (let index = start; index < used; index += 1) bytes[index] = ~(bytes[index] ?? 0) & 0xff;
}

function writeDigits(exact: ExactDecimal): void {
  const start = scratch.room(2);
  scratch.bytes.writeUInt16BE(exact.exponent + 0x8000, start);
  writeString(exact.digits);
  if (exact.negative) invert(start);
}

/** The nearest double, then on which side of it the number lies, then its digits where a double cannot hold it. */
function writeNumber(value: unknown): void {
  const nearest = isNumeric(value) ? toNumber(value) : Number.NaN;
  writeOrderedDouble(nearest);
  const exact = exactBeyondDouble(value);
  const side = exact === undefined ? 0 : sideOf(exact, nearest);
  scratch.writeByte(0x80 + side);
  if (exact !== undefined && side !== 0) writeDigits(exact);
}

function sideOf(exact: ExactDecimal, nearest: number): number {
  if (!Number.isFinite(nearest)) return -Math.sign(nearest);
  return Math.sign(compareExact(exact, exactDouble(nearest)));
}

function writeInteger64(high: number, low: number): void {
  const start = scratch.room(8);
  scratch.bytes.writeInt32BE(high | 0, start);
  scratch.bytes.writeUInt32BE(low >>> 0, start + 4);
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
    scratch.writeByte(placeOf(value));
    writeString(name);
    writeValue(value);
  }
  scratch.writeByte(0);
}

function writeBinary(value: Binary): void {
  const bytes = value.value();
  const start = scratch.room(4);
  scratch.bytes.writeUInt32BE(bytes.length, start);
  scratch.writeByte(value.sub_type);
  scratch.writeBytes(bytes);
}

function writeObject(value: object): void {
  if (value instanceof ObjectId) return scratch.writeBytes(value.id);
  if (value instanceof Date) return writeDate(value);
  if (Array.isArray(value)) {
    for (const element of value) writeValue(element);
    return scratch.writeByte(0);
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
  scratch.writeByte(place);
  if (place === typePlace.number) return writeNumber(value);
  if (typeof value === "string") return writeString(value);
  if (typeof value === "boolean") return scratch.writeByte(value ? 1 : 0);
  if (typeof value === "object" && value !== null) writeObject(value);
}

/**
 * Bytes whose order is MongoDB's order of the values; no key is the beginning of another, so keys can be joined.
 * `directions` holds -1 where a value is to sort backwards.
 */
export function encodeKey(values: readonly unknown[], directions: readonly number[]): Buffer {
  scratch.begin();
  for (const [index, value] of values.entries()) {
    const start = scratch.used;
    writeValue(value);
    if (directions[index] === -1) invert(start);
  }
  return scratch.take();
}
