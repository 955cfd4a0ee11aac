import Taro from "@tarojs/taro";
import type { Send, WireFile, WireRequest } from "@shared/core/endpoint";
import type { ErrorBody } from "@shared/core/errors";
import { ApiError } from "./api-error";
import { noteServerTime } from "./server-clock";
import { useSession } from "./session";

/** Set by the build: empty on H5, which lives on the server's own origin. */
declare const API_ORIGIN: string;

const TIMEOUT_MS = 10_000;
/** A file takes longer; the server waits half a minute for the end of a request. */
const UPLOAD_TIMEOUT_MS = 35_000;

/**
 * Sends one request with the person's token. A read, and a write that carries its key, is tried a second time when no
 * answer came; the server gives the same answer to the same key.
 * @throws ApiError with the sentence to show
 */
export const send: Send = async (request) => {
  const isRepeatable = request.method === "GET" || request.key !== undefined;
  try {
    return await attempt(request);
  } catch (error) {
    const isLost = error instanceof ApiError && !error.facts.isDefinite;
    if (isRepeatable && isLost) return attempt(request);
    throw error;
  }
};

async function attempt(request: WireRequest): Promise<unknown> {
  const reply = await transport(request);
  noteServerTime(headerOf(reply.header, "date"));
  if (reply.statusCode >= 200 && reply.statusCode < 300) return (reply.data as { data: unknown }).data;
  throw refusal(reply.statusCode, reply.data);
}

interface Reply {
  readonly statusCode: number;
  readonly data: unknown;
  readonly header?: Record<string, unknown>;
}

async function transport(request: WireRequest): Promise<Reply> {
  const { method, path, body, file, key } = request;
  const { token } = useSession.getState();
  const url = `${API_ORIGIN}/api${path}`;
  const header = {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(key ? { "idempotency-key": key } : {}),
  };
  try {
    if (file)
      return await upload({ url, header, file, form: body === undefined ? {} : { body: JSON.stringify(body) } });
    return await Taro.request<unknown>({
      url,
      method,
      timeout: TIMEOUT_MS,
      header: { "content-type": "application/json", ...header },
      ...(method === "POST" ? { data: body ?? {} } : {}),
    });
  } catch {
    throw noAnswer();
  }
}

const noAnswer = () => new ApiError({ code: "no_answer", text: "没有连上网，请看看网络再试一次", isDefinite: false });

interface Sending {
  readonly url: string;
  readonly header: Record<string, string>;
  readonly file: WireFile;
  /** The texts beside the file. */
  readonly form: Record<string, string>;
}

async function upload({ url, header, file, form }: Sending): Promise<Reply> {
  if (process.env.TARO_ENV === "h5") return uploadBlob({ url, header, file, form });
  const filePath = file.source as string;
  const reply = await Taro.uploadFile({
    url,
    filePath,
    name: "file",
    header,
    formData: form,
    timeout: UPLOAD_TIMEOUT_MS,
  });
  return { statusCode: reply.statusCode, data: parsed(reply.data) };
}

async function uploadBlob({ url, header, file, form }: Sending): Promise<Reply> {
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) data.append(name, value);
  data.append("file", file.source as Blob, file.name);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), UPLOAD_TIMEOUT_MS);
  try {
    const reply = await fetch(url, { method: "POST", headers: header, body: data, signal: giveUp.signal });
    return { statusCode: reply.status, data: parsed(await reply.text()) };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Fetches one of the server's files with the person's session, in a browser.
 * @param path below `/api`
 * @throws ApiError with the sentence to show
 */
export async function fetchFile(path: string): Promise<Blob> {
  const { token } = useSession.getState();
  const reply = await fetch(`${API_ORIGIN}/api${path}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
  }).catch(() => null);
  if (!reply) throw noAnswer();
  if (!reply.ok) throw refusal(reply.status, parsed(await reply.text()));
  return reply.blob();
}

/** What is no JSON comes from something between here and the server. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(status: number, data: unknown): ApiError {
  const error = (data as Partial<ErrorBody> | undefined)?.error;
  if (!error) return new ApiError({ code: "internal", text: "我们这边出了问题，请稍后再试", isDefinite: false });
  if (error.code === "sign_in_required") useSession.getState().end();
  const { code, message, fields, existing, requestId } = error;
  return new ApiError({ code, text: message, fields, existing, requestId, isDefinite: status < 500 });
}

function headerOf(header: Record<string, unknown> | undefined, name: string): string | undefined {
  const found = Object.entries(header ?? {}).find(([key]) => key.toLowerCase() === name);
  return found ? String(found[1]) : undefined;
}
