import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { contracts } from "@shared/domains/index";
import { buildOpenApi } from "../core/http/openapi";

const FILE = fileURLToPath(new URL("../../shared/openapi.json", import.meta.url));

/** Writes `shared/openapi.json` from the contracts; with `--check` only says whether it is up to date. */
const wanted = `${JSON.stringify(buildOpenApi(Object.values(contracts)), null, 2)}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, wanted);
} else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== wanted) {
  process.exitCode = 1;
  console.error("shared/openapi.json is older than the contracts: run npm run openapi.");
}
