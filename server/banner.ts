import { createClient, type Send } from "@shared/core/endpoint";
import { accountsContract } from "@shared/domains/accounts/accounts.contract";
import type { Program } from "./boot";
import { demoStaffLogin } from "./demo/demo-people";

/** Tells the person at the terminal where to go, as whom, and where the data lies. */
export async function printBanner({ deps, address }: Program): Promise<void> {
  const { env } = deps;
  const place = env.mongodbUri === null ? `内置数据库，数据在 ${env.dataDir}` : "MongoDB（MONGODB_URI）";
  const lines = [
    address === null ? "一刻已启动，只做定时任务。" : `一刻已启动：${address}`,
    `数据库：${place}`,
    ...(env.isDemo && address !== null ? await demoLines(address) : []),
  ];
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}

async function demoLines(address: string): Promise<string[]> {
  const send: Send = async ({ path }) => {
    const answer = await fetch(new URL(`api${path}`, address));
    const { data } = (await answer.json()) as { data: unknown };
    return data;
  };
  const { people } = await createClient(accountsContract, send).listDemoPeople();
  if (people.length === 0) return [];
  const { name, password } = demoStaffLogin;
  return [
    "演示用的人（登录页上点名字就进）：",
    ...people.map((one) => `  ${one.preferredName}：${one.description}`),
    `工作人员也可以用名字和密码登录：${name}，${password}`,
  ];
}
