import { randomBytes } from "node:crypto";

const ID_BYTES = 16;

/** A fresh opaque id: 128 random bits as 22 characters of base64url. Nobody can guess or parse it. */
export const newId = (): string => randomBytes(ID_BYTES).toString("base64url");
