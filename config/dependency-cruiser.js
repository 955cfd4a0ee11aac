import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { root } from "./aliases.js";

/** @param {string} side */
const foldersOf = (side) => {
  const folder = resolve(root, side, "domains");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
};

const OWN_CODE = "^(config|shared|server|miniapp|test)/";
const ZOD = "^node_modules/zod/mini/";

/**
 * One row of the table "who may import whom": own code outside `allowed` is refused; packages are another matter.
 * @param {{ name: string, from: string, fromNot?: string, allowed: string[] }} row
 */
const row = ({ name, from, fromNot, allowed }) => ({
  name,
  severity: "error",
  from: { path: from, ...(fromNot && { pathNot: fromNot }) },
  to: { path: OWN_CODE, pathNot: allowed },
});

const sides = [
  row({ name: "shared-core", from: "^shared/core/", allowed: ["^shared/core/"] }),
  row({ name: "shared-registry", from: "^shared/domains/[^/]+$", allowed: ["^shared/"] }),
  row({
    name: "server-core",
    from: "^server/core/",
    allowed: ["^shared/core/", "^server/core/", "^server/(env|secrets)\\.ts$"],
  }),
  row({ name: "engine", from: "^server/embedded-mongo/", allowed: ["^server/embedded-mongo/"] }),
  row({ name: "server", from: "^server/[^/]+$", allowed: ["^shared/", "^server/(?!embedded-mongo)"] }),
  row({ name: "miniapp-core", from: "^miniapp/(core|ui)/", allowed: ["^shared/core/", "^miniapp/(core|ui)/"] }),
  row({ name: "miniapp-tabs", from: "^miniapp/tabs/", allowed: ["^shared/(core|domains/.+)/", "^miniapp/"] }),
  row({ name: "miniapp", from: "^miniapp/", allowed: ["^shared/", "^miniapp/"] }),
  row({ name: "config", from: "^config/", allowed: ["^config/"] }),
];

const slices = [
  ...foldersOf("shared").map((domain) =>
    row({
      name: `shared-${domain}`,
      from: `^shared/domains/${domain}/`,
      allowed: ["^shared/core/", `^shared/domains/${domain}/`],
    }),
  ),
  ...foldersOf("server").map((domain) =>
    row({
      name: `server-${domain}`,
      from: `^server/domains/${domain}/`,
      allowed: [
        "^shared/core/",
        `^shared/domains/${domain}/`,
        "^server/core/",
        `^server/domains/${domain}/`,
        "^server/domains/[^/]+/index\\.ts$",
      ],
    }),
  ),
  ...foldersOf("miniapp").map((domain) =>
    row({
      name: `miniapp-${domain}`,
      from: `^miniapp/domains/${domain}/`,
      allowed: [
        "^shared/core/",
        `^shared/domains/${domain}/`,
        "^miniapp/(core|ui)/",
        `^miniapp/domains/${domain}/`,
        "^miniapp/domains/[^/]+/(routes|index)\\.ts$",
      ],
    }),
  ),
];

/**
 * A package that only one place may use; its types may be named elsewhere.
 * @param {string} name package
 * @param {string} place path pattern
 */
const door = (name, place) => ({
  name: `door-${name}`,
  severity: "error",
  from: { path: "^(shared|server|miniapp)/", pathNot: place },
  to: { path: `^node_modules/${name}/`, dependencyTypesNot: ["type-only"] },
});

const doors = [
  door("(koa-router|@koa/router)", "^server/core/http/routes\\.ts$"),
  door("mongoose", "^server/(core/db/|.+\\.model\\.ts$)"),
  door("@nutui", "^miniapp/ui/"),
  door("(agenda|@agendajs)", "^server/core/jobs/"),
];

const packages = [
  {
    name: "shared-packages",
    severity: "error",
    from: { path: "^shared/" },
    to: { path: "^node_modules/", pathNot: ZOD },
  },
  {
    name: "shared-is-plain",
    severity: "error",
    from: { path: "^(shared|miniapp)/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "engine-packages",
    severity: "error",
    from: { path: "^server/embedded-mongo/" },
    to: { path: "^node_modules/", pathNot: "^node_modules/(bson|mingo|lmdb)/" },
  },
  {
    name: "miniapp-zod-mini",
    severity: "error",
    from: { path: "^miniapp/" },
    to: { path: "^node_modules/zod/", pathNot: ZOD },
  },
  {
    name: "no-development-package-at-run-time",
    severity: "error",
    from: { path: "^(shared|server|miniapp)/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
  },
  {
    name: "package-not-in-package-json",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  { name: "unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
];

const style = [
  { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
  {
    name: "alias-between-folders",
    comment: "Inside a slice imports are relative; to another side or domain they go through an alias.",
    severity: "error",
    from: { path: "^(shared|server|miniapp)/(core|domains/[^/]+|ui|tabs)/" },
    to: {
      path: "^(shared|server|miniapp)/domains/",
      pathNot: "^$1/$2/",
      dependencyTypes: ["local"],
      dependencyTypesNot: ["aliased"],
    },
  },
  {
    name: "relative-inside-a-slice",
    severity: "error",
    from: { path: "^(server|miniapp|shared)/domains/([^/]+)/" },
    to: { path: "^$1/domains/$2/", dependencyTypes: ["aliased"] },
  },
];

/** The table of ARCHITECTURE.md, "who may import whom", for every domain folder there is. */
export default {
  forbidden: [...sides, ...slices, ...doors, ...packages, ...style],
  options: {
    tsConfig: { fileName: "server/tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    // The benchmark's peers have packages of their own, outside the root install.
    exclude: { path: "\\.(scss|css|svg|png)$|^test/bench/(peers/[^/]+|bare/weapp)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
