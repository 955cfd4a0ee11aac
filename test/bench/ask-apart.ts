import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "../../config/aliases.js";

/**
 * What a process of its own answers: it is given the errand as JSON and sends one message.
 * @param script of the process, below the project's folder
 * @throws Error when it ends without an answer
 */
export async function askApart<Answer>(script: string, errand: object): Promise<Answer> {
  const child = fork(join(root, script), [JSON.stringify(errand)], {
    cwd: root,
    execArgv: ["--import", "tsx"],
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production" },
  });
  const answer = once(child, "message") as Promise<[Answer]>;
  const ended = once(child, "exit");
  const first = await Promise.race([answer, ended.then(() => null)]);
  if (!first) throw new Error(`${script} gave no answer`);
  await ended;
  return first[0];
}
