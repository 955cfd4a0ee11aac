import { afterEach, describe, expect, test } from "@jest/globals";
import type { Contract } from "@shared/core/endpoint";
import { commonErrors, type ErrorDefinition } from "@shared/core/errors";
import { contracts } from "@shared/domains/index";
import { send, sweptEndpoints, tokenOf } from "./examples";
import { recipeOf } from "./provoked-errors";
import { makeWorld, type World } from "./world";

/** Every code that some endpoint lists. */
const declared = sweptEndpoints.flatMap((swept) =>
  (swept.endpoint.errors ?? []).map((code) => ({ name: swept.name, code, swept })),
);

describe("each error that an endpoint lists is reached", () => {
  let world: World | undefined;
  afterEach(async () => {
    await world?.app.close();
    world = undefined;
  });

  test.each(declared)("$name says $code", async ({ name, code, swept }) => {
    const { within = makeWorld, provoke } = recipeOf(name, code);
    world = await within();
    const { token, ...input } = await provoke(world);
    const sender = token ?? (await tokenOf(world, input));
    const { status, body } = await send({ world, endpoint: swept.endpoint, input, token: sender });
    const definitions: Readonly<Record<string, ErrorDefinition>> = { ...commonErrors, ...swept.contract.errors };
    expect({ status, code: body.error?.code, text: body.error?.message }).toEqual({ ...definitions[code], code });
    const { existing, fields, ...error } = body.error;
    expect(Object.keys(error).sort()).toEqual(["code", "message", "requestId"]);
    if (existing !== undefined) expect(code).toBe("already_booked");
    // Of many things in one request it says which.
    if (fields !== undefined) expect(["batch_refused", "import_columns_missing"]).toContain(code);
  });
});

test.each(Object.values<Contract>(contracts))("every error of $name is listed by an endpoint", (contract) => {
  const listed = Object.values(contract.endpoints).flatMap(({ errors = [] }) => errors);
  expect(Object.keys(contract.errors).filter((code) => !listed.includes(code))).toEqual([]);
});
