import { createRequire } from "node:module";
import { dirname } from "node:path";
import mount from "koa-mount";
import serve from "koa-static";
import { API_PREFIX, type AppMiddleware } from "./state";

const DOCUMENT = `${API_PREFIX}/openapi.json`;
const PAGE = `${API_PREFIX}/docs`;
const FOLDER = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

const HTML = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>一刻 API</title>
    <link rel="icon" href="${PAGE}/favicon-32x32.png" />
    <link rel="stylesheet" href="${PAGE}/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${PAGE}/swagger-ui-bundle.js"></script>
    <script src="${PAGE}/start.js"></script>
  </body>
</html>
`;
const START = `SwaggerUIBundle({ url: "${DOCUMENT}", dom_id: "#swagger-ui", deepLinking: true });\n`;

/**
 * `/api/openapi.json`, and `/api/docs` to read it and try it; every file of the page comes from this server. The
 * document is made when it is first asked for: most processes are never asked.
 */
export function serveApiDocs(describe: () => object): AppMiddleware {
  let text: string | undefined;
  const own: Readonly<Record<string, readonly [type: string, body: () => string]>> = {
    [DOCUMENT]: ["application/json", () => (text ??= JSON.stringify(describe()))],
    [PAGE]: ["html", () => HTML],
    [`${PAGE}/`]: ["html", () => HTML],
    [`${PAGE}/start.js`]: ["js", () => START],
  };
  const files = mount(PAGE, serve(FOLDER, { index: false }));
  return async (ctx, next) => {
    const isRead = ["GET", "HEAD"].includes(ctx.method);
    const found = isRead ? own[ctx.path] : undefined;
    if (found) {
      ctx.state.route = ctx.path;
      const [type, body] = found;
      ctx.type = type;
      ctx.body = body();
    } else if (isRead) await files(ctx, next);
    else await next();
  };
}
