import Taro from "@tarojs/taro";
import type { WireFile } from "@shared/core/endpoint";

/**
 * Lets the person choose one file: from the computer, or in WeChat from a chat.
 * @param endings with their dot: `.csv`
 * @returns null when nothing was chosen
 */
export function pickFile(endings: readonly string[]): Promise<WireFile | null> {
  return process.env.TARO_ENV === "h5" ? fromComputer(endings) : fromChat(endings);
}

function fromComputer(endings: readonly string[]): Promise<WireFile | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = endings.join(",");
  return new Promise((settle) => {
    input.addEventListener("cancel", () => settle(null));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      settle(file ? { name: file.name, source: file } : null);
    });
    input.click();
  });
}

async function fromChat(endings: readonly string[]): Promise<WireFile | null> {
  try {
    const extension = endings.map((ending) => ending.slice(1));
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: "file", extension });
    const [file] = tempFiles;
    return file ? { name: file.name, source: file.path } : null;
  } catch {
    return null;
  }
}
