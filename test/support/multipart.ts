import { connect, type Socket } from "node:net";

const BOUNDARY = "----one-boundary";
const CRLF = "\r\n";

/** One part of a form, as its sender writes it: nothing is escaped. */
export interface Part {
  readonly disposition: string;
  readonly headers?: readonly string[];
  readonly content: string | Buffer;
}

/** The part that holds a file. */
export const filePart = (content: string | Buffer, name = "a.txt"): Part => ({
  disposition: `form-data; name="file"; filename="${name}"`,
  headers: ["Content-Type: text/plain"],
  content,
});

/** The part that holds the JSON beside it. */
export const bodyPart = (body: unknown): Part => ({
  disposition: `form-data; name="body"`,
  content: JSON.stringify(body),
});

/** A form byte for byte, with its end unless it is to break off. */
export function formOf(parts: readonly Part[], { isWhole = true } = {}): Buffer {
  const pieces = parts.flatMap(({ disposition, headers = [], content }) => [
    [`--${BOUNDARY}`, `Content-Disposition: ${disposition}`, ...headers, "", ""].join(CRLF),
    content,
    CRLF,
  ]);
  return Buffer.concat([...pieces, isWhole ? `--${BOUNDARY}--${CRLF}` : ""].map((piece) => Buffer.from(piece)));
}

interface RawRequest {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
}

/** A connection on which the head of a request was sent, and what the server said so far. */
export interface RawCall {
  readonly socket: Socket;
  /** What the server says until it ends the connection or has said a whole JSON answer. */
  readonly answer: Promise<{ readonly status: number; readonly code: string; readonly isClosed: boolean }>;
}

export const formType = `multipart/form-data; boundary=${BOUNDARY}`;

/** Begins a request by hand: what is sent after its head, and whether, is up to the test. */
export function rawCall({ port, path, headers }: RawRequest): RawCall {
  const socket = connect(port, "127.0.0.1");
  const lines = Object.entries({ Host: "127.0.0.1", ...headers }).map(([name, value]) => `${name}: ${value}`);
  socket.write([`POST ${path} HTTP/1.1`, ...lines, "", ""].join(CRLF));
  const answer = new Promise<{ status: number; code: string; isClosed: boolean }>((settle) => {
    let text = "";
    const tell = () => {
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
      const [, code] = /"code":"(\w+)"/.exec(text) ?? [];
      settle({ status: Number(status), code: code ?? "", isClosed: /^connection: close/im.test(text) });
    };
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      if (text.endsWith("}") || text.endsWith(`0${CRLF}${CRLF}`)) tell();
    });
    socket.on("error", tell);
    socket.on("close", tell);
  });
  return { socket, answer };
}
