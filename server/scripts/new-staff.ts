import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { text } from "@shared/core/primitives";
import { PreferredName } from "@shared/domains/accounts/accounts.contract";
import * as z from "zod/mini";
import { systemClock } from "../core/clock";
import { createSealer } from "../core/crypto/sealer";
import { createActorCache } from "../core/http/actor-cache";
import { toNameKey } from "../core/pinyin";
import { buildPerson } from "../domains/accounts/accounts.builders";
import { CredentialModel } from "../domains/accounts/credential.model";
import { enrolStaff } from "../domains/accounts/enrol-staff";
import { findNamed, listNamed } from "../domains/care-points/named-care-points";
import type { Env } from "../env";
import { withDatabase } from "./with-database";

const USAGE = "npm run new:staff -- --care-point ID --name 周敏 --login zhoumin";
/** Without signs that are taken for each other when read aloud or copied by hand. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const [GROUPS, GROUP_LENGTH] = [4, 4];

const Given = z.object({ carePointId: text({ max: 64 }), name: PreferredName, loginName: text({ max: 30 }) });
type Manager = z.infer<typeof Given>;

/**
 * Makes the first manager of a care point, named by its id; a part of its name lists those it can be. She signs in on the
 * staff page. The password is made here, about 79 bits, and printed this one time; only its hash is kept.
 */
await withDatabase(async (env) => {
  const { carePointId, name, loginName } = readArguments();
  const carePoint = await findNamed(carePointId);
  if (!carePoint) throw new Error(`No care point ${carePointId}. ${await listCarePoints(carePointId)}`);
  if (await CredentialModel.exists({ _id: toNameKey(loginName) }))
    throw new Error(`Somebody signs in as ${loginName} already: choose another --login.`);
  const password = await enrol(env, { carePointId, name, loginName });
  console.log(
    `${name} is a manager of ${carePoint.name} now.\nLogin name: ${loginName}\nPassword, shown only now: ${password}`,
  );
});

function readArguments(): Manager {
  const option = { type: "string" } as const;
  const { values } = parseArgs({ options: { "care-point": option, name: option, login: option } });
  const parsed = Given.safeParse({ carePointId: values["care-point"], name: values.name, loginName: values.login });
  if (!parsed.success) throw new Error(`Say for which care point, her name and her login name: ${USAGE}`);
  return parsed.data;
}

async function listCarePoints(given: string): Promise<string> {
  const known = await listNamed(given);
  if (known.length === 0) return "There is none in this database.";
  return `There are:\n${known.map(({ _id, name }) => `${_id}  ${name}`).join("\n")}`;
}

async function enrol(env: Env, { carePointId, name, loginName }: Manager): Promise<string> {
  const deps = { clock: systemClock, sealer: createSealer(env), actors: createActorCache(systemClock) };
  const { _id: personId } = await buildPerson(deps, { preferredName: name, birthDate: null });
  const memberships = [{ carePointId, role: "care_point_manager" }] as const;
  const password = makePassword();
  await enrolStaff(deps, { personId, memberships, loginName, password });
  return password;
}

function makePassword(): string {
  const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
