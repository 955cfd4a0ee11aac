import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key for sealing; `id` travels with every value it sealed. */
export interface FieldKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

/** Where a sealed value lives. A value moved to another place does not open there. */
export interface FieldPlace {
  readonly collection: string;
  /** `_id` of the document. */
  readonly id: string;
  readonly field: string;
}

/** Seals personal values before they reach the database (R-X3): phone, ID number, address, health notes. */
export interface Sealer {
  /** Encrypts under the newest key: `<key id>.<base64url of nonce, ciphertext and tag>`. */
  seal(place: FieldPlace, value: string): string;
  /**
   * Decrypts what `seal` made for the same place, under whichever key it names.
   * @throws Error when the key is unknown, the place is another or the text was altered; the message holds no value
   */
  open(place: FieldPlace, sealed: string): string;
  /** Whether `seal` would use the key that this value names. */
  isNewest(sealed: string): boolean;
  /** A keyed hash, so that equal values of one field are found without being readable; its key is a separate one. */
  blindIndex(field: string, value: string): string;
}

interface SealerKeys {
  /** The first seals; all open. */
  readonly fieldKeys: readonly [FieldKey, ...FieldKey[]];
  /** 32 bytes, for blind indexes only. */
  readonly indexKey: Buffer;
}

/** A sealer over AES-256-GCM with the place as additional authenticated data. */
export function createSealer({ fieldKeys, indexKey }: SealerKeys): Sealer {
  const keys = new Map(fieldKeys.map(({ id, key }) => [id, key]));
  const [newest] = fieldKeys;
  return {
    seal: (place, value) => `${newest.id}.${encrypt({ key: newest.key, place, value }).toString("base64url")}`,
    open: (place, sealed) => {
      const key = keys.get(keyIdOf(sealed));
      if (!key) throw new Error("sealed under a key that is not here");
      return decrypt({ key, place, bytes: bytesOf(sealed) });
    },
    isNewest: (sealed) => keyIdOf(sealed) === newest.id,
    blindIndex: (field, value) => createHmac("sha256", indexKey).update(`${field}\0`).update(value).digest("base64url"),
  };
}

const keyIdOf = (sealed: string): string => sealed.slice(0, Math.max(0, sealed.indexOf(".")));

/** Exactly what was written: base64url has several spellings of the same bytes. */
function bytesOf(sealed: string): Buffer {
  const text = sealed.slice(sealed.indexOf(".") + 1);
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) throw new Error("sealed value altered");
  return bytes;
}

const authenticated = ({ collection, id, field }: FieldPlace): Buffer =>
  Buffer.from(JSON.stringify([collection, id, field]));

function encrypt({ key, place, value }: { key: Buffer; place: FieldPlace; value: string }): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(authenticated(place));
  return Buffer.concat([nonce, cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

function decrypt({ key, place, bytes }: { key: Buffer; place: FieldPlace; bytes: Buffer }): string {
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("sealed value cut short");
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(authenticated(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
}
