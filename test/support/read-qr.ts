import jsQR from "jsqr";
import type { Page } from "playwright-core";

/** Reads the QR code of this name off the screen, as a phone held before it would. @throws Error when it cannot be read */
export async function readQr(page: Page, name: string): Promise<string> {
  const picture = page.getByRole("img", { name }).filter({ visible: true }).first();
  const png = (await picture.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext("2d");
    pen?.drawImage(image, 0, 0);
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height);
    return { data: Array.from(pixels?.data ?? []), width: canvas.width, height: canvas.height };
  }, png);
  const read = jsQR(Uint8ClampedArray.from(data), width, height);
  if (!read) throw new Error(`${name} cannot be read`);
  return read.data;
}
