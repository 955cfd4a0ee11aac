import { EngineError } from "../errors";
import { decode, type Document } from "../values/decode";
import { encode } from "../values/encode";

/** A command as it came in, with the bytes of the documents that were sent in sequences of their own. */
export interface Message {
  requestId: number;
  command: Document;
  sequences: Map<string, Buffer[]>;
  /** The sender waits for no answer. */
  silent: boolean;
  /** The old form of the first handshake. */
  legacy: boolean;
}

const opQuery = 2004;
const opReply = 1;
const opMessage = 2013;
const headerBytes = 16;

/** MongoDB's limit on one message, in bytes. */
export const largestMessage = 48_000_000;

const flags = { checksum: 1, moreToCome: 2, required: 0xffff } as const;

function readSequence(bytes: Buffer, start: number): { name: string; documents: Buffer[]; end: number } {
  const end = start + bytes.readInt32LE(start);
  const nameEnd = bytes.indexOf(0, start + 4);
  if (end > bytes.length || nameEnd < 0 || nameEnd >= end) throw new EngineError(17, "a damaged document sequence");
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < end;) {
    const length = bytes.readInt32LE(at);
    if (length < 5 || at + length > end) throw new EngineError(17, "a damaged document sequence");
    documents.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { name: bytes.toString("utf8", start + 4, nameEnd), documents, end };
}

function readMessage(bytes: Buffer): Message {
  const bits = bytes.readUInt32LE(headerBytes);
  if ((bits & flags.required & ~(flags.checksum | flags.moreToCome)) !== 0)
    throw new EngineError(17, "unknown message flags");
  const end = bytes.length - ((bits & flags.checksum) === 0 ? 0 : 4);
  const sequences = new Map<string, Buffer[]>();
  let command: Document | undefined;
  for (let at = headerBytes + 4; at < end;) {
    const kind = bytes[at];
    if (kind === 0) {
      command = decode(bytes, at + 1);
      at += 1 + bytes.readInt32LE(at + 1);
    } else if (kind === 1) {
      const sequence = readSequence(bytes, at + 1);
      sequences.set(sequence.name, sequence.documents);
      at = sequence.end;
    } else throw new EngineError(17, `unknown section kind ${kind}`);
  }
  if (command === undefined) throw new EngineError(17, "a message without a command");
  for (const [name, documents] of sequences) command[name] = documents.map((one) => decode(one));
  return {
    requestId: bytes.readInt32LE(4),
    command,
    sequences,
    silent: (bits & flags.moreToCome) !== 0,
    legacy: false,
  };
}

function readLegacyQuery(bytes: Buffer): Message {
  const nameEnd = bytes.indexOf(0, headerBytes + 4);
  const [database = ""] = bytes.toString("utf8", headerBytes + 4, nameEnd).split(".");
  const command = { ...decode(bytes, nameEnd + 9), $db: database };
  return { requestId: bytes.readInt32LE(4), command, sequences: new Map(), silent: false, legacy: true };
}

/** Reads one whole message. Throws ProtocolError (17) or InvalidBSON (22). */
export function parseMessage(bytes: Buffer): Message {
  const operation = bytes.readInt32LE(12);
  if (operation === opMessage) return readMessage(bytes);
  if (operation === opQuery) return readLegacyQuery(bytes);
  throw new EngineError(17, `the wire operation ${operation} is not supported by the embedded engine`);
}

let lastReplyId = 0;

/** The bytes of an answer, in the form the question had. */
export function formatReply(reply: Document, question: { requestId: number; legacy: boolean }): Buffer {
  const body = encode(reply);
  const before = question.legacy ? headerBytes + 20 : headerBytes + 5;
  const bytes = Buffer.alloc(before + body.length);
  lastReplyId = (lastReplyId + 1) & 0x7fffffff;
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(lastReplyId, 4);
  bytes.writeInt32LE(question.requestId, 8);
  bytes.writeInt32LE(question.legacy ? opReply : opMessage, 12);
  if (question.legacy) {
    bytes.writeInt32LE(8, 16);
    bytes.writeInt32LE(1, 32);
  }
  body.copy(bytes, before);
  return bytes;
}
