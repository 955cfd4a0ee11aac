import type { Contract, Download, DownloadInput } from "@shared/core/endpoint";
import { AppError } from "../app-error";
import { streamCsv, type CsvRow } from "../csv";
import type { Deps } from "../deps";
import type { Domain } from "../domain";
import { enforce, type Actor, type Decision } from "../policy";
import { mountPath } from "./mount";
import { parseInput } from "./parse-input";
import type { AppContext, AppMiddleware } from "./state";

interface DownloadContext {
  readonly actor: Actor;
  /** Takes the policy's decision; throws on a refusal. Without one nothing is sent. */
  readonly authorize: (decision: Decision) => void;
}

/** What a download is made of: its rows are read while it is sent, the first one's keys are its head. */
export interface DownloadFile {
  /** With its ending; for people. */
  readonly fileName: string;
  readonly rows: AsyncIterable<CsvRow> | Iterable<CsvRow>;
}

/** One maker per download of a contract, by the same name. */
export type Downloads<C extends Contract> = {
  readonly [K in keyof C["downloads"]]: C["downloads"][K] extends Download
    ? (request: DownloadInput<C["downloads"][K]> & DownloadContext) => Promise<DownloadFile>
    : never;
};

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
