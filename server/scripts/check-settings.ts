import { readEnv } from "../env";
import { explainFailure } from "../explain-failure";

// Before a long build `npm start` asks this whether the settings can be used at all.
try {
  readEnv(process.env);
} catch (error) {
  process.stderr.write(`${explainFailure(error) ?? String(error)}\n`);
  process.exitCode = 1;
}
