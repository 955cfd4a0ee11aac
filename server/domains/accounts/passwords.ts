import { hash, verify } from "@node-rs/argon2";

/** argon2id, the library's default, with 19 MiB and two passes, OWASP's first recommendation; about 70 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const normalize = (password: string): string => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> => hash(normalize(password), COST);

/** A name nobody has costs the same work as one somebody has, so the time tells nothing. */
const nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$ZfTKty3y3EscgqmPYPf3xw$kgBDFdFoOQS8YB3JLMkNvKaeiea0Kw9oet2WvkEeG8I";

/** Whether the password belongs to the hash; false, after the same time, when there is no hash. */
export async function isPassword({ passwordHash, password }: { passwordHash: string | undefined; password: string }) {
  const isRight = await verify(passwordHash ?? nobodysHash, normalize(password));
  return isRight && passwordHash !== undefined;
}
