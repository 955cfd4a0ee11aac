import type { AddressInfo } from "node:net";
import { readArguments, type Arguments } from "./arguments";
import { dispatch } from "./commands/index";
import { announce, closeDataFolder, openDataFolder, StartRefused } from "./data-folder";
import { closeEngine, openEngine } from "./engine";
import { startHousekeeping } from "./housekeeping";
import { checkStore } from "./store/check";
import { listen } from "./wire/listener";

process.env["TZ"] = "UTC";

async function serve(options: Arguments): Promise<void> {
  const engine = openEngine(options.dataFolder, options.transactionLifetimeMilliseconds);
  const sockets = new Set<{ destroy: () => void; once: (event: "close", run: () => void) => void }>();
  const server = await listen(engine, options.port, dispatch).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new StartRefused(`Port ${options.port} on 127.0.0.1 is already in use.`);
    throw error;
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  const { port } = server.address() as AddressInfo;
  engine.address = `127.0.0.1:${port}`;
  const uri = `mongodb://${engine.address}/?directConnection=true`;
  const stopHousekeeping = startHousekeeping(engine);
  announce(options.dataFolder, port, uri);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    stopHousekeeping();
    server.close();
    await closeEngine(engine);
    for (const socket of sockets) socket.destroy();
    closeDataFolder(options.dataFolder);
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
  if (options.parentPipe)
    process.stdin
      .on("end", () => void stop())
      .on("close", () => void stop())
      .resume();
  process.stdout.write(`${uri}\n`);
}

async function check(options: Arguments): Promise<void> {
  const engine = openEngine(options.dataFolder, options.transactionLifetimeMilliseconds);
  const report = checkStore(engine);
  await closeEngine(engine);
  closeDataFolder(options.dataFolder);
  for (const line of report.lines) process.stdout.write(`${line}\n`);
  process.exit(report.faults === 0 ? 0 : 1);
}

async function start(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  openDataFolder(options.dataFolder);
  try {
    await (options.check ? check(options) : serve(options));
  } catch (error) {
    closeDataFolder(options.dataFolder);
    throw error;
  }
}

start().catch((error: unknown) => {
  const sentence =
    error instanceof StartRefused
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
