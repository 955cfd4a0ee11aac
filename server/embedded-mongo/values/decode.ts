import { Binary, BSONRegExp, Code, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { EngineError } from "../errors";

/** A BSON document in memory. A JS integer in the int32 range is an int32; other JS numbers are doubles; doubles that look like an int32 are `Double`. */
export type Document = { [field: string]: unknown };

const deepest = 180;

export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** A double as this engine keeps it: bare, unless it would then be taken for an int32. */
export function makeDouble(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

function damaged(reason: string): EngineError {
  return new EngineError(22, `invalid BSON: ${reason}`);
}

class Reader {
  position: number;
  constructor(
    readonly bytes: Buffer,
    start: number,
  ) {
    this.position = start;
  }

  take(length: number): number {
    const start = this.position;
    if (length < 0 || start + length > this.bytes.length) throw damaged("a value runs past its document");
    this.position = start + length;
    return start;
  }

  name(): string {
    const { bytes, position } = this;
    let end = position;
    let ascii = true;
    for (;;) {
      const byte = bytes[end];
      if (byte === undefined) throw damaged("a name without an end");
      if (byte === 0) break;
      if (byte > 127) ascii = false;
      end += 1;
    }
    this.position = end + 1;
    return bytes.toString(ascii ? "latin1" : "utf8", position, end);
  }

  int32(): number {
    return this.bytes.readInt32LE(this.take(4));
  }

  string(): string {
    const length = this.int32();
    if (length < 1) throw damaged("a string of negative length");
    const start = this.take(length);
    if (this.bytes[start + length - 1] !== 0) throw damaged("a string without its end mark");
    return this.bytes.toString("utf8", start, start + length - 1);
  }

  long(): Long {
    const start = this.take(8);
    return Long.fromBits(this.bytes.readInt32LE(start), this.bytes.readInt32LE(start + 4));
  }

  date(): Date {
    const start = this.take(8);
    return new Date(this.bytes.readInt32LE(start + 4) * 4294967296 + this.bytes.readUInt32LE(start));
  }

  binary(): Binary {
    const length = this.int32();
    const subtype = this.bytes[this.take(1)] ?? 0;
    const start = this.take(length);
    return new Binary(Buffer.from(this.bytes.subarray(start, start + length)), subtype);
  }
}

function readValue(reader: Reader, type: number, depth: number): unknown {
  switch (type) {
    case 1:
      return makeDouble(reader.bytes.readDoubleLE(reader.take(8)));
    case 2:
      return reader.string();
    case 3:
      return readDocument(reader, depth + 1);
    case 4:
      return readArray(reader, depth + 1);
    case 7: {
      const start = reader.take(12);
      return new ObjectId(Buffer.from(reader.bytes.subarray(start, start + 12)));
    }
    case 8:
      return reader.bytes[reader.take(1)] === 1;
    case 9:
      return reader.date();
    case 6:
    case 10:
      return null;
    case 16:
      return reader.int32();
    case 18:
      return reader.long();
    default:
      return readRareValue(reader, type);
  }
}

function readRareValue(reader: Reader, type: number): unknown {
  switch (type) {
    case 5:
      return reader.binary();
    case 11:
      return new BSONRegExp(reader.name(), reader.name());
    case 13:
      return new Code(reader.string());
    case 17:
      return new Timestamp(reader.long().toUnsigned());
    case 19: {
      const start = reader.take(16);
      return new Decimal128(Buffer.from(reader.bytes.subarray(start, start + 16)));
    }
    case 127:
      return new MaxKey();
    case 255:
      return new MinKey();
    default:
      throw damaged(`type ${type} is not supported by the embedded engine`);
  }
}

function enter(reader: Reader, depth: number): number {
  if (depth > deepest) throw damaged(`nested deeper than ${deepest} levels`);
  const start = reader.position;
  const length = reader.int32();
  const end = start + length;
  if (length < 5 || end > reader.bytes.length || reader.bytes[end - 1] !== 0) throw damaged("a wrong length");
  return end;
}

function readDocument(reader: Reader, depth: number): Document {
  const end = enter(reader, depth);
  const document: Document = {};
  for (;;) {
    const type = reader.bytes[reader.take(1)] ?? 0;
    if (type === 0) break;
    const name = reader.name();
    const value = readValue(reader, type, depth);
    if (name === "__proto__") {
      Object.defineProperty(document, name, { value, enumerable: true, writable: true, configurable: true });
    } else {
      document[name] = value;
    }
  }
  if (reader.position !== end) throw damaged("a wrong length");
  return document;
}

function readArray(reader: Reader, depth: number): unknown[] {
  const end = enter(reader, depth);
  const values: unknown[] = [];
  for (;;) {
    const type = reader.bytes[reader.take(1)] ?? 0;
    if (type === 0) break;
    reader.name();
    values.push(readValue(reader, type, depth));
  }
  if (reader.position !== end) throw damaged("a wrong length");
  return values;
}

/** Reads one BSON document. Throws InvalidBSON (22) on damaged bytes. */
export function decode(bytes: Buffer, start = 0): Document {
  return readDocument(new Reader(bytes, start), 0);
}

/** True when the first field of these bytes is `_id`. */
export function startsWithId(bytes: Buffer): boolean {
  return bytes[5] === 0x5f && bytes[6] === 0x69 && bytes[7] === 0x64 && bytes[8] === 0;
}
