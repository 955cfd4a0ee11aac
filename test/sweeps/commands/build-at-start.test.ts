import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { until } from "@test/support/until";
import { isAlive, runNode } from "./command";
import { copyProject } from "./project-copy";

/** Stands where the real build is; what `npm start` does around it is what these tests are about. */
const BUILDS = {
  fine: `console.log("● Webpack building (10%)");`,
  failing: `console.log("● Webpack building (10%)"); console.error("Cannot resolve ./page"); process.exit(1);`,
  endless: `writeFileSync("builder.pid", String(process.pid)); setInterval(() => {}, 1_000);`,
};

describe("npm start builds the H5 app", () => {
  const project = copyProject(["config"]);
  afterAll(() => project.remove());
  beforeEach(() => {
    mkdirSync(project.path("server/scripts"), { recursive: true });
    writeFileSync(project.path("server/main.ts"), `console.log("the server");`);
    writeFileSync(project.path("server/scripts/check-settings.ts"), "");
  });

  const start = (build: keyof typeof BUILDS) => {
    writeFileSync(project.path("config/build.js"), `import { writeFileSync } from "node:fs";\n${BUILDS[build]}`);
    return runNode(["config/start.js"], { cwd: project.root, env: { PORT: "0" } });
  };

  test("only after the settings have been found usable", async () => {
    writeFileSync(
      project.path("server/scripts/check-settings.ts"),
      `console.error("ROLE must be other."); process.exit(1);`,
    );
    const command = start("fine");
    expect(await command.ended).toBe(1);
    expect(command.lines).toEqual(["ROLE must be other."]);
  });

  test("in one calm line, whatever the builder prints", async () => {
    const command = start("fine");
    expect(await command.ended).toBe(0);
    expect(command.lines).toEqual(["Building the H5 app (a minute or two) ...", "the server"]);
  });

  test("and says all of it when it fails, and starts nothing", async () => {
    const command = start("failing");
    expect(await command.ended).toBe(1);
    expect(command.lines).toContain("Cannot resolve ./page");
    expect(command.lines.at(-1)).toMatch(/^The H5 app could not be built: the lines above say why\./);
    expect(command.lines).not.toContain("the server");
  });

  test.each(["SIGINT", "SIGTERM"] as const)("and %s in the middle ends the builder too", async (signal) => {
    const file = project.path("builder.pid");
    rmSync(file, { force: true });
    const command = start("endless");
    await until(() => Promise.resolve(existsSync(file) && readFileSync(file, "utf8") !== ""));
    const builder = Number(readFileSync(file, "utf8"));
    command.signal(signal);
    expect(await command.ended).toBe(signal === "SIGINT" ? 130 : 143);
    await until(() => Promise.resolve(!isAlive(builder)));
    expect(command.lines).not.toContain("the server");
  });
});
