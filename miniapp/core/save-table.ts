import { ApiError } from "./api-error";
import { useSession } from "./session";

const BYTE_ORDER_MARK = "\uFEFF";

/** Whether this device keeps files for the person: a computer does, WeChat does not. */
export const canSaveTables = (): boolean => process.env.TARO_ENV === "h5";

/** Gives the person a table to keep that is made here. */
export function saveTable({ fileName, rows }: { fileName: string; rows: readonly (readonly string[])[] }): void {
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(","));
  hand(new Blob([BYTE_ORDER_MARK, quoted.join("\r\n")], { type: "text/csv" }), fileName);
}

/**
 * Fetches one of the server's tables with the person's session and gives it to her to keep.
 * @param path below `/api`
 * @throws ApiError with the sentence to show
 */
export async function fetchTable({ path, fileName }: { path: string; fileName: string }): Promise<void> {
  const { token } = useSession.getState();
  const reply = await fetch(`/api${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} }).catch(() => {
    throw new ApiError({ code: "no_answer", text: "没有连上网，请看看网络再试一次", isDefinite: false });
  });
  if (!reply.ok) throw await refusalOf(reply);
  hand(await reply.blob(), fileName);
}

async function refusalOf(reply: Response): Promise<ApiError> {
  const body = (await reply.json().catch(() => null)) as { error?: { code: string; message: string } } | null;
  const { code, message } = body?.error ?? { code: "internal", message: "我们这边出了问题，请稍后再试" };
  return new ApiError({ code, text: message, isDefinite: reply.status < 500 });
}

function hand(table: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(table);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
