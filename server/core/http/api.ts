import { notFound } from "../app-error";
import type { Deps } from "../deps";
import type { Domain } from "../domain";
import { serveFiles } from "../files/serve-files";
import { serveApiDocs } from "./api-docs";
import { serveDownloads } from "./downloads";
import { mount } from "./mount";
import type { FindActor } from "./actor-cache";
import { buildOpenApi } from "./openapi";
import { servePublicData } from "./public-data";
import { serveRoutes } from "./routes";
import type { AppMiddleware } from "./state";

interface Serving {
  readonly deps: Deps;
  readonly domains: readonly Domain[];
  readonly findActor: FindActor;
}

/** Each domain's endpoints and the page that documents them; whatever is left by then is not found. */
export function serveApi({ deps, domains, findActor }: Serving): readonly AppMiddleware[] {
  return [
    serveRoutes(
      domains.flatMap(({ contract, createHandlers }) =>
        mount({ contract, handlers: createHandlers(deps), limits: deps.limits }),
      ),
    ),
    serveApiDocs(() => buildOpenApi(domains.map(({ contract }) => contract))),
    ...domains.flatMap((domain) => servePublicData({ domain, deps })),
    ...domains.flatMap((domain) => serveDownloads({ domain, deps })),
    serveFiles(
      domains.flatMap(({ files = [] }) => files),
      { ...deps, findActor },
    ),
    unknownPath,
  ];
}

const unknownPath: AppMiddleware = () => {
  throw notFound();
};
