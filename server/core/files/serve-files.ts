import { notFound } from "../app-error";
import type { Deps } from "../deps";
import { mountPath } from "../http/mount";
import type { FindActor } from "../http/actor-cache";
import type { AppMiddleware } from "../http/state";
import { secondsLeft } from "./file-links";
import type { FileStore } from "../db/file-store";

const PATH = "/files/:store/:fileId/:until/:signature";
/** A picture and nothing else, whatever a browser takes it for. */
const CONTENT_POLICY = "default-src 'none'; sandbox";

interface Serving extends Pick<Deps, "sealer" | "clock" | "actors"> {
  readonly findActor: FindActor;
}

/**
 * Serves stored files to whoever has a signed link, and while she is signed in where it is one reader's own. An address
 * that is forged, altered or too old, and a file that is gone, are one answer.
 */
export const serveFiles = (stores: readonly FileStore[], deps: Serving): AppMiddleware =>
  mountPath(PATH, async (ctx) => {
    ctx.state.route = PATH;
    const { store: name = "", fileId = "", until = "", signature = "" } = ctx.params;
    const { reader } = ctx.query;
    // Named twice is named by nobody here.
    const left = Array.isArray(reader) ? null : secondsLeft(deps, { store: name, fileId, until, signature, reader });
    const holds = left !== null && (typeof reader !== "string" || (await isSignedIn(deps, reader)));
    const file = !holds ? null : await stores.find((store) => store.name === name)?.open(fileId);
    if (!file) throw notFound();
    ctx.set({
      // What is one reader's own is asked for again each time: others use her computer after her.
      "Cache-Control": reader === undefined ? `private, max-age=${left}, immutable` : "private, no-cache",
      "Content-Disposition": "inline",
      "Content-Security-Policy": CONTENT_POLICY,
    });
    ctx.type = file.mediaType;
    ctx.etag = fileId;
    ctx.body = file.bytes;
  });

const isSignedIn = async ({ actors, findActor }: Serving, sessionId: string): Promise<boolean> =>
  (await actors.find(sessionId, findActor)) !== null;
