import { createHash, randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A fresh session token: 256 random bits as 43 characters of base64url. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString("base64url");

/** Whether a text has the form of a session token. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/** What is stored and looked up in a token's place: its SHA-256, base64url. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");
