/** Each template of this folder and the file it becomes, in the words of `rename`. */
export const sliceFiles: Readonly<Record<string, string>> = {
  "contract.txt": "shared/domains/home-visits/home-visits.contract.ts",
  "domain.txt": "server/domains/home-visits/index.ts",
  "handlers.txt": "server/domains/home-visits/home-visits.handlers.ts",
  "policy.txt": "server/domains/home-visits/home-visits.policy.ts",
  "queries.txt": "server/domains/home-visits/home-visits.queries.ts",
  "presenter.txt": "server/domains/home-visits/home-visits.presenter.ts",
  "model.txt": "server/domains/home-visits/home-visit.model.ts",
  "builders.txt": "server/domains/home-visits/home-visits.builders.ts",
  "routes.txt": "miniapp/domains/home-visits/routes.ts",
  "client.txt": "miniapp/domains/home-visits/home-visits.api.ts",
  "hook.txt": "miniapp/domains/home-visits/use-home-visits.ts",
  "page.txt": "miniapp/domains/home-visits/pages/home-visits/index.tsx",
  "page-config.txt": "miniapp/domains/home-visits/pages/home-visits/index.config.ts",
  "api-test.txt": "test/domains/home-visits/home-visits.api.test.ts",
};

/** A place in a registry where a domain adds a line, behind the text that `after` names. */
export interface RegistryLine {
  readonly file: string;
  readonly after: string;
  readonly line: string;
}

/** What a domain adds to the registries, in the words of `rename`; `KEY` is its name as a property. */
export const registryLines: readonly RegistryLine[] = [
  {
    file: "shared/domains/index.ts",
    after: "",
    line: 'import { homeVisitsContract } from "./home-visits/home-visits.contract";\n',
  },
  { file: "shared/domains/index.ts", after: "export const contracts = {\n", line: "  KEY: homeVisitsContract,\n" },
  { file: "server/domains/index.ts", after: "", line: 'import { homeVisitsDomain } from "./home-visits/index";\n' },
  { file: "server/domains/index.ts", after: "export const domains: Domains = {\n", line: "  KEY: homeVisitsDomain,\n" },
  { file: "miniapp/domains/index.ts", after: "", line: 'import { homeVisitsRoutes } from "./home-visits/routes";\n' },
  { file: "miniapp/domains/index.ts", after: "PageRoutes[] = [", line: "...homeVisitsRoutes, " },
  {
    file: "test/sweeps/database-use/budgets.ts",
    after: "export const budgets: Budgets = {\n",
    line: "  KEY: { listHomeVisits: 1 },\n",
  },
  {
    file: "test/sweeps/endpoints/access-table.ts",
    after: "export const accessTable: AccessTable = {\n",
    line: '  KEY: { listHomeVisits: { none: ["sign_in_required", "allow", "allow", "allow"] } },\n',
  },
  {
    file: "test/sweeps/endpoints/examples.ts",
    after: "export const examples: Examples = {\n",
    line: '  KEY: { listHomeVisits: () => now({ as: "elder" }) },\n',
  },
];
