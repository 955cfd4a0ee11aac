import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as z from "zod/mini";
import { StaffRole } from "@shared/core/roles";
import { relations, roles, type Relation, type Role } from "./access-relations";
import { decisionsOf, rowsOf } from "./access-table";
import {
  aimedAt,
  completed,
  makeAccessWorld,
  publicNames,
  ripen,
  targets,
  type AccessWorld,
  type TargetName,
} from "./access-world";
import { send, sweptEndpoints, type Input, type SweptEndpoint } from "./examples";

interface Asking {
  readonly swept: SweptEndpoint;
  readonly role: Role;
  readonly target: string;
  /** What the target's field holds; nothing is aimed at without. */
  readonly id?: string;
}

const isTarget = (name: string): name is TargetName => name in targets;
const decisionOf = ({ status, body }: Answer): string => (status < 300 ? "allow" : String(body.error.code));
/** An answer without what differs from request to request. */
const comparable = ({ status, body }: Answer) => ({
  status,
  body: { ...body, error: { ...body.error, requestId: "" } },
});

type Answer = Awaited<ReturnType<typeof send>>;

let world: AccessWorld;
let asked = 0;
beforeAll(async () => {
  world = await makeAccessWorld();
}, 60_000);
afterAll(async () => {
  console.log(`${asked} cells over ${sweptEndpoints.length} endpoints`);
  await world.app.close();
});

const made = new Map<string, Input>();

/** A fresh example where a request uses something up; what only names a thing is made once. */
async function exampleOf({ name, endpoint, example }: Pick<SweptEndpoint, "name" | "endpoint" | "example">) {
  const input = made.get(name) ?? (await example(world));
  if (!endpoint.body && !endpoint.keyed) made.set(name, input);
  return input;
}

async function ask({ swept: { name, endpoint, example }, role, target, id }: Asking): Promise<Answer> {
  asked += 1;
  const given = await exampleOf({ name, endpoint, example });
  if (id !== undefined) await ripen(world, name, id);
  const input = id === undefined ? given : aimedAt(completed(world, name, given, target), target, id);
  return send({ world, endpoint, input, token: await world.tokenFor(role) });
}

/** The answers to a role, by relation. */
async function answersTo(role: Role, { swept, target }: Pick<Asking, "swept" | "target">) {
  const answers: Partial<Record<Relation, Answer>> = {};
  for (const relation of isTarget(target) ? relations : (["own"] as const)) {
    const id = isTarget(target) ? { id: await world.idOf(target, relation, role) } : {};
    answers[relation] = await ask({ swept, role, target, ...id });
  }
  return answers as Record<Relation, Answer>;
}

describe("who may do what to what is as the table says", () => {
  const rows = sweptEndpoints.flatMap((swept) =>
    rowsOf(swept.name).map(([target, row]) => ({ name: swept.name, target, row, swept })),
  );

  test.each(rows)(
    "$name, of $target",
    async ({ swept, target, row }) => {
      for (const [place, role] of roles.entries()) {
        const cell = row[place];
        if (cell === undefined) throw new Error(`no cell for ${role}`);
        const answers = await answersTo(role, { swept, target });
        const said = Object.entries(answers).map(([relation, answer]) => [relation, decisionOf(answer)] as const);
        const all = decisionsOf(cell);
        const expected = said.map(([relation]) => [relation, all[relation as Relation]]);
        expect({ role, ...Object.fromEntries(said) }).toEqual({ role, ...Object.fromEntries(expected) });
        if (isTarget(target)) await expectSameAsAbsent(Object.values(answers), { swept, target, role });
      }
    },
    60_000,
  );

  /** What is not hers is, word for word, what does not exist, and so is the id of something else. */
  async function expectSameAsAbsent(answers: readonly Answer[], asking: Asking): Promise<void> {
    const absent = await ask({ ...asking, id: randomUUID() });
    if (absent.status < 300) return;
    const ofAnotherKind = await ask({ ...asking, id: world.communityId });
    const alike = answers.filter((answer) => decisionOf(answer) === decisionOf(absent));
    for (const answer of [...alike, ofAnotherKind]) expect(comparable(answer)).toEqual(comparable(absent));
  }
});

describe("the table is whole", () => {
  test("it has a column for each role there is", () => {
    expect(roles).toEqual(["guest", "resident", ...StaffRole.options]);
  });

  test.each(sweptEndpoints)("$name names nothing that is neither somebody's nor everybody's", ({ endpoint }) => {
    const names = [endpoint.params, endpoint.query, endpoint.body].flatMap((schema) => (schema ? namesIn(schema) : []));
    const ids = names.filter((name) => name.endsWith("Id"));
    expect(ids.filter((name) => !isTarget(name) && !publicNames.includes(name))).toEqual([]);
  });
});

/** The fields of a schema, however deep. */
function namesIn(schema: z.ZodMiniType): string[] {
  const names: string[] = [];
  JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), (key, value: unknown) => {
    if (key === "properties") names.push(...Object.keys(value as object));
    return value;
  });
  return names;
}
