const ANSWERS_WITHIN_MS = 5_000;
const ANSWER_BYTES = 1024 * 1024;

interface OutsideRequest {
  /** From the settings, never from a client. */
  readonly url: URL;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the answer must be there whole; five seconds unless a test is in a hurry. */
  readonly withinMs?: number;
}

/**
 * Asks another organisation's server: at most five seconds and one megabyte, redirects are not followed.
 * @returns status and text of the answer, whatever the status
 * @throws Error when it did not answer, redirected or said too much; the message holds nothing of request or answer
 */
export async function requestOutside(request: OutsideRequest): Promise<{ status: number; text: string }> {
  const { url, withinMs = ANSWERS_WITHIN_MS, ...init } = request;
  const response = await fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(withinMs) });
  return { status: response.status, text: await readCapped(response) };
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_BYTES) throw new Error("the answer is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
