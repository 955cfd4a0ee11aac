import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { EngineError } from "../errors";
import { isInt32, type Document } from "./decode";

/** A document that is already encoded; it is copied as it stands. */
export class RawDocument {
  constructor(readonly bytes: Uint8Array) {}
}

/** MongoDB's limit on one document, in bytes. */
export const largestDocument = 16 * 1024 * 1024;

let scratch = Buffer.allocUnsafe(64 * 1024);
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

function writeInt32(value: number): void {
  const start = room(4);
  scratch.writeInt32LE(value, start);
}

function writeLong(value: { low: number; high: number }): void {
  const start = room(8);
  scratch.writeInt32LE(value.low, start);
  scratch.writeInt32LE(value.high, start + 4);
}

function writeName(name: string): void {
  const start = room(name.length * 3 + 1);
  const length = scratch.write(name, start, "utf8");
  scratch[start + length] = 0;
  used = start + length + 1;
}

function writeString(value: string): void {
  const start = room(4 + value.length * 3 + 1);
  const length = scratch.write(value, start + 4, "utf8");
  scratch.writeInt32LE(length + 1, start);
  scratch[start + 4 + length] = 0;
  used = start + 4 + length + 1;
}

function writeBytes(bytes: Uint8Array): void {
  const start = room(bytes.length);
  scratch.set(bytes, start);
}

function begin(type: number, name: string): void {
  writeByte(type);
  writeName(name);
}

function writeDouble(name: string, value: number): void {
  begin(1, name);
  const start = room(8);
  scratch.writeDoubleLE(value, start);
}

function writeNumber(name: string, value: number): void {
  if (!isInt32(value)) return writeDouble(name, value);
  begin(16, name);
  writeInt32(value);
}

function writeDate(name: string, value: Date): void {
  begin(9, name);
  writeLong(Long.fromNumber(value.getTime()));
}

function writeObject(name: string, value: object): void {
  if (value instanceof ObjectId) {
    begin(7, name);
    writeBytes(value.id);
  } else if (value instanceof Date) {
    writeDate(name, value);
  } else if (Array.isArray(value)) {
    begin(4, name);
    writeArray(value);
  } else if (value instanceof RawDocument) {
    begin(3, name);
    writeBytes(value.bytes);
  } else if (value instanceof Double) {
    writeDouble(name, value.value);
  } else if (value instanceof Long && !(value instanceof Timestamp)) {
    begin(18, name);
    writeLong(value);
  } else if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
    begin(3, name);
    writeDocument(value as Document);
  } else {
    writeRareObject(name, value);
  }
}

function writeRareObject(name: string, value: object): void {
  if (value instanceof Binary) {
    begin(5, name);
    const bytes = value.value();
    writeInt32(bytes.length);
    writeByte(value.sub_type);
    writeBytes(bytes);
  } else if (value instanceof Timestamp) {
    begin(17, name);
    writeLong(value);
  } else if (value instanceof Decimal128) {
    begin(19, name);
    writeBytes(value.bytes);
  } else if (value instanceof BSONRegExp) {
    begin(11, name);
    writeName(value.pattern);
    writeName(value.options);
  } else if (value instanceof Int32) {
    begin(16, name);
    writeInt32(value.value);
  } else if (value instanceof Code) {
    begin(13, name);
    writeString(value.code);
  } else if (value instanceof MinKey) {
    begin(255, name);
  } else if (value instanceof MaxKey) {
    begin(127, name);
  } else {
    throw new EngineError(14, `a value of type ${value.constructor.name} cannot be stored`);
  }
}

function writeValue(name: string, value: unknown): void {
  switch (typeof value) {
    case "string":
      begin(2, name);
      return writeString(value);
    case "number":
      return writeNumber(name, value);
    case "boolean":
      begin(8, name);
      writeByte(value ? 1 : 0);
      return;
    case "object":
      if (value === null) return begin(10, name);
      return writeObject(name, value);
    default:
      throw new EngineError(14, `a value of type ${typeof value} cannot be stored`);
  }
}

function writeArray(values: readonly unknown[]): void {
  const start = room(4);
  for (const [index, value] of values.entries()) writeValue(String(index), value === undefined ? null : value);
  writeByte(0);
  scratch.writeInt32LE(used - start, start);
}

function writeDocument(document: Document): void {
  const start = room(4);
  for (const name of Object.keys(document)) {
    const value = document[name];
    if (value !== undefined) writeValue(name, value);
  }
  writeByte(0);
  scratch.writeInt32LE(used - start, start);
}

/** Writes one document as BSON. A field whose value is `undefined` is left out. */
export function encode(document: Document): Buffer {
  used = 0;
  writeDocument(document);
  const bytes = Buffer.from(scratch.subarray(0, used));
  if (scratch.length > 4 * 1024 * 1024) scratch = Buffer.allocUnsafe(64 * 1024);
  return bytes;
}

/** As `encode`, for a document that is to be stored: refused over 16 MB (10334). */
export function encodeStored(document: Document): Buffer {
  const bytes = encode(document);
  checkSize(bytes);
  return bytes;
}

export function checkSize(bytes: Buffer): void {
  if (bytes.length <= largestDocument) return;
  throw new EngineError(
    10334,
    `object to insert too large. size in bytes: ${bytes.length}, max size: ${largestDocument}`,
  );
}
