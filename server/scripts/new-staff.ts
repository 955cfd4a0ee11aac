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
import { findRegion, useRegionPacks } from "../domains/regions/index";
import type { Env } from "../env";
import { withDatabase } from "./with-database";

const USAGE =
  "npm run new:staff -- --care-point ID --name 周敏 --login zhoumin, or --region ID for somebody of its office";
/** Without signs that are taken for each other when read aloud or copied by hand. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const [GROUPS, GROUP_LENGTH] = [4, 4];

const Given = z.object({
  carePointId: z.optional(text({ max: 64 })),
  regionId: z.optional(text({ max: 64 })),
  name: PreferredName,
  loginName: text({ max: 30 }),
});
type Given = z.infer<typeof Given>;
type Workplace = { readonly name: string } & Pick<Parameters<typeof enrolStaff>[1], "memberships" | "offices">;

/**
 * Makes the first manager of a care point, named by its id; a part of its name lists those it can be. Or makes somebody of
 * the office that answers for a region. She signs in on the staff page. The password is made here, about 79 bits, and printed this one time; only its hash is kept.
 */
await withDatabase(async (env) => {
  const given = readArguments();
  const { name, loginName } = given;
  const workplace = await findWorkplace(env, given);
  if (await CredentialModel.exists({ _id: toNameKey(loginName) }))
    throw new Error(`Somebody signs in as ${loginName} already: choose another --login.`);
  const password = await enrol(env, { given, workplace });
  console.log(
    `${name} works for ${workplace.name} now.\nLogin name: ${loginName}\nPassword, shown only now: ${password}`,
  );
});

function readArguments(): Given {
  const option = { type: "string" } as const;
  const { values } = parseArgs({ options: { "care-point": option, region: option, name: option, login: option } });
  const { "care-point": carePointId, region: regionId, name, login: loginName } = values;
  const parsed = Given.safeParse({ carePointId, regionId, name, loginName });
  if (!parsed.success || (carePointId === undefined) === (regionId === undefined))
    throw new Error(`Say for which care point or region, her name and her login name: ${USAGE}`);
  return parsed.data;
}

async function findWorkplace(env: Env, { carePointId = "", regionId }: Given): Promise<Workplace> {
  if (regionId !== undefined) return findOffice(env, regionId);
  const carePoint = await findNamed(carePointId);
  if (!carePoint) throw new Error(`No care point ${carePointId}. ${await listCarePoints(carePointId)}`);
  return { name: carePoint.name, memberships: [{ carePointId, role: "care_point_manager" }] };
}

async function findOffice(env: Env, regionId: string): Promise<Workplace> {
  useRegionPacks(env);
  const region = await findRegion(regionId);
  if (!region) throw new Error(`No region ${regionId}: its id stands in config/regions/.`);
  return { name: region.path.map(({ name }) => name).join(" "), memberships: [], offices: [{ regionId }] };
}

async function listCarePoints(given: string): Promise<string> {
  const known = await listNamed(given);
  if (known.length === 0) return "There is none in this database.";
  return `There are:\n${known.map(({ _id, name }) => `${_id}  ${name}`).join("\n")}`;
}

interface Enrolling {
  readonly given: Given;
  readonly workplace: Workplace;
}

async function enrol(env: Env, { given: { name, loginName }, workplace }: Enrolling): Promise<string> {
  const deps = { clock: systemClock, sealer: createSealer(env), actors: createActorCache(systemClock) };
  const { _id: personId } = await buildPerson(deps, { preferredName: name, birthDate: null });
  const { name: _, ...roles } = workplace;
  const password = makePassword();
  await enrolStaff(deps, { personId, ...roles, loginName, password });
  return password;
}

function makePassword(): string {
  const letter = () => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
