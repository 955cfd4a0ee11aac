import type { Download } from "@shared/core/endpoint";
import { AppError } from "../app-error";
import { streamCsv } from "../csv";
import type { Deps } from "../deps";
import type { Domain } from "../domain";
import { enforce, type Decision } from "../policy";
import type { DownloadFile } from "./download-source";
import { mountPath } from "./mount";
import { parseInput } from "./parse-input";
import type { AppContext, AppMiddleware } from "./state";

type AnyMaker = (request: object) => Promise<DownloadFile>;

/** Serves a domain's downloads as CSV files, row by row, each under its policy. */
export function serveDownloads({ domain, deps }: { domain: Domain; deps: Deps }): AppMiddleware[] {
  const makers = (domain.createDownloads?.(deps) ?? {}) as Readonly<Record<string, AnyMaker | undefined>>;
  return Object.entries(domain.contract.downloads ?? {}).map(([name, download]) => {
    const make = makers[name];
    if (!make) throw new Error(`nobody makes the download "${name}"`);
    return mountPath(download.path, (ctx) => send(ctx, { download, make }));
  });
}

async function send(ctx: AppContext, { download, make }: { download: Download; make: AnyMaker }): Promise<void> {
  const { actor } = ctx.state;
  ctx.state.route = download.path;
  ctx.set("Cache-Control", "private, no-store");
  if (!actor) throw new AppError("sign_in_required");
  const { params, query } = parseInput({ endpoint: download, ctx });
  const decisions: Decision[] = [];
  const authorize = (decision: Decision) => {
    decisions.push(decision);
    enforce(decision);
  };
  const { fileName, rows } = await make({ params, query, actor, authorize });
  if (decisions.length === 0)
    throw new AppError("internal", { cause: new Error(`${download.path}: no policy decision`) });
  ctx.status = 200;
  ctx.type = "text/csv; charset=utf-8";
  ctx.set("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  ctx.body = streamCsv(rows);
}
