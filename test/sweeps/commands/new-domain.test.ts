import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runNode } from "./command";
import { copyProject } from "./project-copy";

const JEST = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "-c", "config/jest.config.js"];

describe("npm run new:domain", () => {
  const project = copyProject(["config", "shared", "server", "miniapp", "test"]);
  afterAll(() => project.remove());

  const run = async (...args: string[]) => {
    const command = runNode(args, { cwd: project.root });
    return { code: await command.ended, lines: command.lines };
  };
  const newDomain = (...names: string[]) => run("--import", "tsx", "server/scripts/new-domain.ts", ...names);
  const openApi = () => readFileSync(project.path("shared/openapi.json"), "utf8");
  const registry = (side: string) => readFileSync(project.path(side, "domains/index.ts"), "utf8");
  let made: Awaited<ReturnType<typeof newDomain>>;
  beforeAll(async () => {
    made = await newDomain("home-visits");
  }, 60_000);

  test("makes four folders, three registry lines and one migration, and OpenAPI finds the domain", () => {
    expect(made).toMatchObject({ code: 0 });
    for (const side of ["shared", "server", "miniapp", "test"])
      expect(existsSync(project.path(side, "domains/home-visits"))).toBe(true);
    expect(registry("shared")).toContain('"home-visits": homeVisitsContract,');
    expect(registry("server")).toContain('"home-visits": homeVisitsDomain,');
    expect(registry("miniapp")).toContain("...homeVisitsRoutes");
    expect(
      readdirSync(project.path("server/migrations")).filter((name) => name.endsWith("-home-visits.ts")),
    ).toHaveLength(1);
    expect(openApi()).toContain('"/home-visits"');
  });

  test.each(["test", "miniapp"])(
    "what it makes compiles: %s",
    async (side) => {
      const { lines } = await run("node_modules/typescript/bin/tsc", "-p", side);
      expect(lines.filter((line) => /home-visits|domains\/index|examples|access-table|budgets/.test(line))).toEqual([]);
    },
    120_000,
  );

  test("what it makes passes its own test", async () => {
    const { code, lines } = await run(...JEST, "test/domains/home-visits");
    expect(lines.join("\n")).toContain("2 passed, 0 failed");
    expect(code).toBe(0);
  }, 120_000);

  test.each([
    ["home-visits", "shared/domains/home-visits is there already."],
    ["Home_Visits", 'A domain\'s name is a business noun in kebab-case such as home-visits, not "Home_Visits".'],
    ["../escape", 'A domain\'s name is a business noun in kebab-case such as home-visits, not "../escape".'],
  ])("refuses %s and writes nothing", async (name, sentence) => {
    const before = registry("shared");
    expect(await newDomain(name)).toEqual({ code: 1, lines: [sentence] });
    expect(registry("shared")).toBe(before);
  });

  test("a generated file that is out of date fails the check, and is named", async () => {
    const check = () => run("--import", "tsx", "server/scripts/write-openapi.ts", "--check");
    expect(await check()).toEqual({ code: 0, lines: [] });
    const contractPath = project.path("shared/domains/home-visits/home-visits.contract.ts");
    const contract = readFileSync(contractPath, "utf8");
    writeFileSync(contractPath, contract.replace("My own, the newest twenty first", "Changed"));
    expect(await check()).toEqual({
      code: 1,
      lines: ["shared/openapi.json is older than the contracts: run npm run openapi."],
    });
  });
});
