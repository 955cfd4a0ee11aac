import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeFacility {
  readonly id: string;
  readonly name: string;
  readonly credit_code: string | null;
  readonly county: string;
  readonly beds: number;
}

/** How one request is answered; `slow` never ends. */
type Manner = "well" | "down" | "slow" | "busy" | "elsewhere" | "huge" | "words" | "empty" | "strange";

/** A stand-in for the province's supply-demand platform, over HTTP; a test changes what it has and how it answers. */
export interface PlatformFake {
  readonly url: string;
  readonly token: string;
  facilities: readonly FakeFacility[];
  asOf: string;
  /** What happens on the nth request, counted from 1, before it is answered. */
  onRequest: (nth: number) => Manner;
  /** City and page of every request with the right token. */
  readonly asked: { readonly city: string; readonly page: number }[];
  stop(): Promise<void>;
}

const TOKEN = "province-t0ken";

const page = ({ facilities, asOf }: PlatformFake, { number, size }: { number: number; size: number }) => ({
  revision: `${asOf} ${facilities.length} ${facilities.at(-1)?.name ?? ""}`,
  as_of: asOf,
  total: facilities.length,
  facilities: facilities.slice((number - 1) * size, number * size),
  remark: "beyond what is read",
});

function answer(response: ServerResponse, { manner, body }: { manner: Manner; body: object }): void {
  const json = (value: unknown) =>
    void response.setHeader("content-type", "application/json").end(JSON.stringify(value));
  if (manner === "down") response.destroy();
  else if (manner === "slow") response.write('{"revision":');
  else if (manner === "busy") response.writeHead(503).end();
  else if (manner === "elsewhere") response.writeHead(302, { location: "/other" }).end();
  else if (manner === "huge") json({ ...body, padding: "长".repeat(600_000) });
  else if (manner === "words") response.end("<html>系统维护中</html>");
  else if (manner === "empty") json({ ...body, total: 0, facilities: [] });
  else if (manner === "strange") json({ ...body, facilities: [{ id: "x", name: "甲", county: "红旗区", beds: -1 }] });
  else json(body);
}

export async function startPlatformFake(facilities: readonly FakeFacility[] = []): Promise<PlatformFake> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://platform");
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return void response.writeHead(401).end();
    const number = Number(searchParams.get("page"));
    fake.asked.push({ city: searchParams.get("city") ?? "", page: number });
    const manner = fake.onRequest(fake.asked.length);
    answer(response, { manner, body: page(fake, { number, size: Number(searchParams.get("size")) }) });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/facilities`;
  const fake: PlatformFake = {
    url,
    token: TOKEN,
    facilities,
    asOf: "2026-11-21",
    onRequest: () => "well",
    asked: [],
    stop,
  };
  return fake;
}

/** Many facilities, each another one. */
export const manyFacilities = (count: number): FakeFacility[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `p-${n}`,
    name: `第${n}日间照料站`,
    credit_code: null,
    county: "红旗区",
    beds: n % 30,
  }));
