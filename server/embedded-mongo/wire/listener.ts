import { createServer, type Server, type Socket } from "node:net";
import type { Engine } from "../engine";
import { EngineError, errorBody } from "../errors";
import type { Document } from "../values/decode";
import { formatReply, largestMessage, parseMessage, type Message } from "./messages";

/** Answers one command. */
export type Dispatch = (engine: Engine, message: Message) => Promise<Document>;

/** Collects the bytes of a connection into whole messages. */
class Framer {
  private parts: Buffer[] = [];
  private size = 0;

  /** The messages that are now whole. Throws when a length is impossible. */
  add(part: Buffer): Buffer[] {
    this.parts.push(part);
    this.size += part.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = this.nextLength();
      if (length === undefined || this.size < length) return messages;
      messages.push(this.take(length));
    }
  }

  private nextLength(): number | undefined {
    if (this.size < 4) return undefined;
    if ((this.parts[0]?.length ?? 0) < 4) this.parts = [Buffer.concat(this.parts)];
    const length = this.parts[0]?.readInt32LE(0) ?? 0;
    if (length < 21 || length > largestMessage) throw new EngineError(17, `a message of ${length} bytes`);
    return length;
  }

  private take(length: number): Buffer {
    const first = this.parts[0];
    const all = this.parts.length === 1 && first !== undefined ? first : Buffer.concat(this.parts);
    this.size -= length;
    this.parts = this.size === 0 ? [] : [all.subarray(length)];
    return all.subarray(0, length);
  }
}

/** Commands that a sender may give without waiting for an answer. */
const mayBeSilent = new Set(["killcursors", "endsessions"]);

async function answer(engine: Engine, socket: Socket, bytes: Buffer, dispatch: Dispatch): Promise<void> {
  const message = parseMessage(bytes);
  if (message.silent && !mayBeSilent.has(Object.keys(message.command)[0]?.toLowerCase() ?? "")) {
    throw new EngineError(100, "a write without acknowledgement (w: 0) is refused: the connection is closed");
  }
  let reply: Document;
  try {
    reply = await dispatch(engine, message);
  } catch (error) {
    reply = { ok: 0, ...errorBody(error) };
  }
  if (!message.silent && !socket.destroyed) socket.write(formatReply(reply, message));
}

function serve(engine: Engine, socket: Socket, dispatch: Dispatch): void {
  const framer = new Framer();
  let last = Promise.resolve();
  const refuse = (error: unknown): void => {
    process.stderr.write(`a connection was closed: ${errorBody(error)["errmsg"] as string}\n`);
    socket.destroy();
  };
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("data", (part) => {
    try {
      for (const bytes of framer.add(part)) {
        last = last.then(() => answer(engine, socket, bytes, dispatch)).catch(refuse);
      }
    } catch (error) {
      refuse(error);
    }
  });
}

/** Listens on the loopback address only. */
export function listen(engine: Engine, port: number, dispatch: Dispatch): Promise<Server> {
  const server = createServer((socket) => serve(engine, socket, dispatch));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
