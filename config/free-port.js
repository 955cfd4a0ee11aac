import { createServer } from "node:net";
import { fail } from "./console.js";

/**
 * Ends the process with one sentence unless `HOST` and `PORT` can be listened on.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<void>}
 */
export async function requireFreePort(environment) {
  if (environment.ROLE === "jobs") return;
  const host = environment.HOST || "127.0.0.1";
  const port = environment.PORT || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fail(`PORT must be a number from 0 to 65535, not "${port}".`);
  const code = await tryPort(Number(port), host);
  if (code) fail(explain(code, port, host));
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} error code, undefined when free */
function tryPort(port, host) {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => settle(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => settle(undefined)));
  });
}

/** @param {string} code @param {string} port @param {string} host */
function explain(code, port, host) {
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program: stop it, or set PORT to a free one.`;
  if (code === "EACCES") return `Port ${port} may not be opened by this user: set PORT to a number above 1023.`;
  return `HOST ${host} is no address of this computer (${code}): set HOST to one that is, for example 127.0.0.1.`;
}
