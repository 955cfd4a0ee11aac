import busboy from "busboy";
import type { Upload } from "@shared/core/endpoint";
import { AppError, refusedField } from "../app-error";
import { assertStrictJson } from "./strict-json";
import { isMultipart } from "./request-body";
import type { AppContext } from "./state";

/** Longest JSON beside a file, bytes; as long as a body alone may be. */
const BODY_BYTES = 32 * 1024;
/** Boundaries and part headers, and the JSON. */
const WRAPPING_BYTES = 64 * 1024;
/** The reader calls a limit as soon as it is met, hence a part more; it holds the headers of a part to 16 KB itself. */
const LIMITS = { files: 1, fields: 1, parts: 3, fieldSize: BODY_BYTES + 1 };
/** Files in memory at a time, sixteen of 5 MB; who comes then is told to try again. */
const AT_ONCE = 16;
const TRY_AGAIN_AFTER_SECONDS = 5;
// Control characters, bidi overrides, zero-width signs and halves of signs: they hide what a name says.
const HIDDEN = /[\p{Cc}\p{Surrogate}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const NAME_LENGTH = 100;

/** A file as it came. */
export interface UploadedFile {
  /** Its last part, without hidden signs, at most 100 UTF-16 units; for people, never for a path. May be empty. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface Parts {
  readonly file: UploadedFile;
  /** The JSON beside it, parsed; an empty object where none came. */
  readonly body: unknown;
}

let underWay = 0;

/**
 * Takes one of the places for files in memory.
 * @returns gives it back
 * @throws AppError try_again when all are taken
 */
export function takeUploadPlace(): () => void {
  if (underWay >= AT_ONCE) throw new AppError("try_again", { retryAfterSeconds: TRY_AGAIN_AFTER_SECONDS });
  underWay += 1;
  return () => {
    underWay -= 1;
  };
}

/**
 * Reads one file, and the JSON that may come with it, into memory.
 * @throws AppError file_only when it is no form; file_too_large; malformed when it breaks off or holds anything else
 */
export async function readUpload(ctx: AppContext, { maxBytes }: Upload): Promise<Parts> {
  if (!isMultipart(ctx) || !["", "identity"].includes(ctx.get("Content-Encoding"))) throw new AppError("file_only");
  if (Number(ctx.get("Content-Length")) > maxBytes + WRAPPING_BYTES) throw new AppError("file_too_large");
  const { file, body } = await collect(ctx, maxBytes);
  if (!file) throw refusedField("file", "required");
  return { file, body: body === undefined ? {} : parse(body) };
}

interface Collected {
  file?: UploadedFile;
  body?: string;
}

function collect(ctx: AppContext, maxBytes: number): Promise<Collected> {
  const parser = parserFor(ctx, maxBytes);
  return new Promise((settle, fail) => {
    const collected: Collected = {};
    const refuse = (code: string, cause?: unknown) => {
      // Unhooked, not destroyed: the answer goes out on the same connection, and what is left runs by.
      ctx.req.unpipe(parser);
      ctx.req.resume();
      fail(new AppError(code, { cause }));
    };
    parser.on("file", (part, stream, { filename = "" }) => {
      const chunks: Buffer[] = [];
      if (part !== "file") refuse("malformed");
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => refuse("file_too_large"));
      stream.on("error", (cause) => refuse("malformed", cause));
      stream.on("end", () => {
        collected.file = { name: plainName(filename), bytes: Buffer.concat(chunks) };
      });
    });
    parser.on("field", (part, value, { valueTruncated }) => {
      if (part !== "body" || typeof value !== "string") refuse("malformed");
      else if (valueTruncated) refuse("too_large");
      collected.body = value;
    });
    for (const limit of ["partsLimit", "filesLimit", "fieldsLimit"] as const) {
      parser.on(limit, () => refuse("malformed"));
    }
    parser.on("error", (cause) => refuse("malformed", cause));
    parser.on("close", () => settle(collected));
    ctx.req.on("close", () => {
      if (!ctx.req.complete) refuse("malformed");
    });
    ctx.req.pipe(parser);
  });
}

function parserFor(ctx: AppContext, maxBytes: number): busboy.Busboy {
  try {
    // One byte more than may come: a file of exactly the largest size is not cut off.
    const limits = { ...LIMITS, fileSize: maxBytes + 1 };
    return busboy({ headers: ctx.req.headers, defParamCharset: "utf8", limits });
  } catch (cause) {
    throw new AppError("malformed", { cause });
  }
}

const plainName = (name: string): string => name.slice(0, NAME_LENGTH).replace(HIDDEN, "").normalize("NFC").trim();

function parse(text: string): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new AppError("malformed", { cause });
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new AppError("malformed");
  assertStrictJson(text);
  return body;
}
