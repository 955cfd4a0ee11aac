import Taro from "@tarojs/taro";
import type { Send, WireRequest } from "@shared/core/endpoint";
import type { ErrorBody } from "@shared/core/errors";
import { ApiError } from "./api-error";
import { noteServerTime } from "./server-clock";
import { useSession } from "./session";

/** Set by the build: empty on H5, which lives on the server's own origin. */
declare const API_ORIGIN: string;

const TIMEOUT_MS = 10_000;

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

async function transport({ method, path, body, key }: WireRequest) {
  const { token } = useSession.getState();
  try {
    return await Taro.request<unknown>({
      url: `${API_ORIGIN}/api${path}`,
      method,
      timeout: TIMEOUT_MS,
      header: {
        "content-type": "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { "idempotency-key": key } : {}),
      },
      ...(method === "POST" ? { data: body ?? {} } : {}),
    });
  } catch {
    throw new ApiError({ code: "no_answer", text: "没有连上网，请看看网络再试一次", isDefinite: false });
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
