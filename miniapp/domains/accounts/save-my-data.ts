import Taro from "@tarojs/taro";
import type { MyData } from "@shared/domains/accounts/my-data.contract";

/** Gives the person her copy: a file in a browser; in WeChat, which saves no plain file, a text to paste anywhere. */
export async function saveMyData({ json, fileName }: Pick<MyData, "json" | "fileName">): Promise<void> {
  if (process.env.TARO_ENV !== "h5") {
    await Taro.setClipboardData({ data: json });
    return;
  }
  const address = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
