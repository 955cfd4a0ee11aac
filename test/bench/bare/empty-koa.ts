import Koa from "koa";

/** The reference of the empty route: Koa with no middleware but the answer. */
const app = new Koa();
app.use((ctx) => (ctx.body = { data: {} }));
const server = app.listen(Number(process.env["PORT"]), "127.0.0.1");
server.keepAliveTimeout = 120_000;
process.on("disconnect", () => process.exit());
