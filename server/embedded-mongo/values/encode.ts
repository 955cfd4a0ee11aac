import { Binary, BSONRegExp, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { EngineError } from "../errors";
import { isInt32, type Document } from "./decode";
import { Scratch } from "./scratch";

/** A document that is already encoded; it is copied as it stands. */
export class RawDocument {
  constructor(readonly bytes: Uint8Array) {}
}

/** MongoDB's limit on one document, in bytes. */
export const largestDocument = 16 * 1024 * 1024;

const scratch = new Scratch(64 * 1024);

function writeInt32(value: number): void {
  const start = scratch.room(4);
  scratch.bytes.writeInt32LE(value, start);
}

function writeLong(value: { low: number; high: number }): void {
  const start = scratch.room(8);
  scratch.bytes.writeInt32LE(value.low, start);
  scratch.bytes.writeInt32LE(value.high, start + 4);
}

function writeName(name: string): void {
  scratch.writeText(name);
  scratch.writeByte(0);
}

function writeString(value: string): void {
  const start = scratch.room(4);
  writeName(value);
  scratch.bytes.writeInt32LE(scratch.used - start - 4, start);
}

function begin(type: number, name: string): void {
  scratch.writeByte(type);
  writeName(name);
}

function writeDouble(name: string, value: number): void {
  begin(1, name);
  const start = scratch.room(8);
  scratch.bytes.writeDoubleLE(value, start);
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
    scratch.writeBytes(value.id);
  } else if (value instanceof Date) {
    writeDate(name, value);
  } else if (Array.isArray(value)) {
    begin(4, name);
    writeArray(value);
  } else if (value instanceof RawDocument) {
    begin(3, name);
    scratch.writeBytes(value.bytes);
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
    scratch.writeByte(value.sub_type);
    scratch.writeBytes(bytes);
  } else if (value instanceof Timestamp) {
    begin(17, name);
    writeLong(value);
  } else if (value instanceof Decimal128) {
    begin(19, name);
    scratch.writeBytes(value.bytes);
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
      scratch.writeByte(value ? 1 : 0);
      return;
    case "object":
      if (value === null) return begin(10, name);
      return writeObject(name, value);
    default:
      throw new EngineError(14, `a value of type ${typeof value} cannot be stored`);
  }
}

function writeArray(values: readonly unknown[]): void {
  const start = scratch.room(4);
  for (const [index, value] of values.entries()) writeValue(String(index), value === undefined ? null : value);
  scratch.writeByte(0);
  scratch.bytes.writeInt32LE(scratch.used - start, start);
}

function writeDocument(document: Document): void {
  const start = scratch.room(4);
  for (const name of Object.keys(document)) {
    const value = document[name];
    if (value !== undefined) writeValue(name, value);
  }
  scratch.writeByte(0);
  scratch.bytes.writeInt32LE(scratch.used - start, start);
}

/** Writes one document as BSON. A field whose value is `undefined` is left out. */
export function encode(document: Document): Buffer {
  scratch.begin();
  writeDocument(document);
  return scratch.take();
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
