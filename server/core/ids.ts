import { createHash, randomBytes } from "node:crypto";

const ID_BYTES = 16;

/** A fresh opaque id: 128 random bits as 22 characters of base64url. Nobody can guess or parse it. */
export const newId = (): string => randomBytes(ID_BYTES).toString("base64url");

/** The same id for the same parts, so that doing something again finds what the first time made. 43 characters. */
export const stableId = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
