import { Readable } from "node:stream";
import type { PublicData } from "@shared/core/endpoint";
import { streamCsv } from "../csv";
import type { Deps } from "../deps";
import type { Domain } from "../domain";
import { mountPath } from "./mount";
import type { PublicDataSource, Row } from "./public-data-source";
import type { AppContext, AppMiddleware } from "./state";

/** Serves a domain's public data as JSON and CSV, row by row: nothing is ever held whole. */
export function servePublicData({ domain, deps }: { domain: Domain; deps: Deps }): AppMiddleware[] {
  const { publicData = {} } = domain.contract;
  const sources = domain.createPublicData?.(deps) ?? {};
  return Object.entries(publicData).flatMap(([name, data]) => {
    const source = sources[name];
    if (!source) throw new Error(`no source of the public data "${name}"`);
    const serve = (answer: (ctx: AppContext) => void) => async (ctx: AppContext) => {
      await deps.limits.consume("openData", ctx.ip);
      ctx.state.route = data.path;
      ctx.set("Cache-Control", "public, no-cache");
      ctx.set("Access-Control-Allow-Origin", "*");
      ctx.status = 200;
      ctx.etag = await source.version();
      if (ctx.fresh) ctx.status = 304;
      else answer(ctx);
    };
    return [
      mountPath(
        data.path,
        serve((ctx) => sendJson(ctx, { data, source })),
      ),
      mountPath(
        `${data.path}.csv`,
        serve((ctx) => sendCsv(ctx, source)),
      ),
    ];
  });
}

interface Sending {
  readonly data: PublicData;
  readonly source: PublicDataSource;
}

function sendJson(ctx: AppContext, { data, source }: Sending): void {
  ctx.type = "json";
  ctx.body = Readable.from(jsonOf(data, source.rows()));
}

async function* jsonOf({ about, row }: PublicData, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield `${JSON.stringify(about).slice(0, -1)},"contents":[`;
  let separator = "\n";
  for await (const one of rows) {
    // The schema is held for each row; one that does not fit ends the answer in the open, not with a wrong word.
    yield `${separator}${JSON.stringify(row.parse(one))}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}

function sendCsv(ctx: AppContext, { csvRows }: PublicDataSource): void {
  ctx.type = "text/csv; charset=utf-8";
  ctx.body = streamCsv(csvRows());
}
