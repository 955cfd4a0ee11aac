import { notFound } from "../app-error";
import type { Deps } from "../deps";
import { mountPath } from "../http/mount";
import type { AppMiddleware } from "../http/state";
import { secondsLeft } from "./file-links";
import type { FileStore } from "../db/file-store";

const PATH = "/files/:store/:fileId/:until/:signature";
/** A picture and nothing else, whatever a browser takes it for. */
const CONTENT_POLICY = "default-src 'none'; sandbox";

/**
 * Serves stored files to whoever has a signed link. An address that is forged, altered or too old, and a file that is
 * gone, are one answer.
 */
export const serveFiles = (stores: readonly FileStore[], deps: Pick<Deps, "sealer" | "clock">): AppMiddleware =>
  mountPath(PATH, async (ctx) => {
    ctx.state.route = PATH;
    const { store: name = "", fileId = "", until = "", signature = "" } = ctx.params;
    const left = secondsLeft(deps, { store: name, fileId, until, signature });
    const file = left === null ? null : await stores.find((store) => store.name === name)?.open(fileId);
    if (!file) throw notFound();
    ctx.set({
      "Cache-Control": `private, max-age=${left}, immutable`,
      "Content-Disposition": "inline",
      "Content-Security-Policy": CONTENT_POLICY,
    });
    ctx.type = file.mediaType;
    ctx.etag = fileId;
    ctx.body = file.bytes;
  });
