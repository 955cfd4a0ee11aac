import { existsSync, readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import serve from "koa-static";
import { isApiPath, type AppMiddleware } from "./state";

/** Where `npm run build:h5` puts the app. */
export const H5_FOLDER = fileURLToPath(new URL("../../../dist/h5", import.meta.url));

const HASHED_NAME = /\.[0-9a-f]{8,}\.\w+(\.\w+)?$/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** Serves the built H5 app; a path that names no file is one of its pages. Hashed files never change: cached for good. */
export function serveApp(folder: string): AppMiddleware {
  const files = serve(folder, {
    setHeaders: (response, path) =>
      response.setHeader("Cache-Control", HASHED_NAME.test(path) ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  return async (ctx, next) => {
    if (isApiPath(ctx.path) || !["GET", "HEAD"].includes(ctx.method)) {
      await next();
      return;
    }
    ctx.state.route = "static";
    await files(ctx, async () => {
      if (/\.\w+$/.test(ctx.path)) {
        await next();
        return;
      }
      ctx.path = "/index.html";
      await files(ctx, next);
    });
  };
}

/** Hashes of the scripts written into the app's page, for the content security policy: these may run and no others. */
export function inlineScriptHashes(folder: string): string[] {
  const page = join(folder, "index.html");
  if (!existsSync(page)) return [];
  const scripts = [...readFileSync(page, "utf8").matchAll(INLINE_SCRIPT)].map(([, script = ""]) => script);
  return scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
}
