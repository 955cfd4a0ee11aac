import { printBanner } from "./banner";
import { boot, type Program } from "./boot";
import { createLogger, type Logger } from "./core/logger";
import { readEnv, type Env } from "./env";
import { explainFailure } from "./explain-failure";

const STOPS_WITHIN_MS = 10_000;

let env: Env | undefined;
let logger: Logger | undefined;
try {
  env = readEnv(process.env);
  logger = createLogger({ level: env.logLevel });
  dieOnUnknownFaults(logger);
  const program = await boot({ env, logger });
  stopOnSignal(program);
  await printBanner(program);
} catch (error) {
  const sentence = explainFailure(error, env);
  if (sentence === null) logger?.fatal({ err: error }, "could not start");
  process.stderr.write(`${sentence ?? "Yike could not start, for a reason of its own: see the line above."}\n`);
  process.exit(1);
}

/** Nothing is known about the state after a fault nobody caught: a fresh start is safer than going on. */
function dieOnUnknownFaults(log: Logger): void {
  for (const event of ["unhandledRejection", "uncaughtException"]) {
    process.on(event, (err: unknown) => {
      log.fatal({ err }, event);
      process.exit(1);
    });
  }
}

function stopOnSignal(program: Program): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOPS_WITHIN_MS).unref();
    await program.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop());
  // The process that started this one is gone without a word.
  process.on("disconnect", () => void stop());
}
