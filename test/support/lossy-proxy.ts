import { once } from "node:events";
import { createServer, connect, type AddressInfo, type Socket } from "node:net";

export interface LossyProxy {
  /** Connection string through the proxy. */
  uri: string;
  /** The reply to the next command of this name is thrown away and its connection broken. */
  loseNextReplyTo(command: string): void;
  /** How many replies were lost so far. */
  lost(): number;
  close(): Promise<void>;
}

/** A wire between driver and database that can lose the reply to a write which took effect. */
export async function lossyProxy(target: string): Promise<LossyProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let wanted: string | undefined;
  let lost = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let losing = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined).on("close", () => [near, far].forEach((one) => one.destroy()));
    }
    near.on("data", (chunk) => {
      if (wanted !== undefined && chunk.includes(`${wanted}\0`)) {
        wanted = undefined;
        losing = true;
      }
      far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (!losing) return void near.write(chunk);
      losing = false;
      lost += 1;
      near.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    loseNextReplyTo: (command) => {
      wanted = command;
    },
    lost: () => lost,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
