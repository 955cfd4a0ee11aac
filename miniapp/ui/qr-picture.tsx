import { View } from "@tarojs/components";
import { useMemo } from "react";
import { encode } from "uqr";
import { roleOf } from "./role-of";
import "./qr-picture.scss";

/** Light modules around the picture: four are the norm (ISO/IEC 18004, 6.3.8). */
const QUIET_ZONE = 4;

/** Each run of dark modules as one bar, so that the picture stays small enough to travel. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  const bars = rows.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x] || row[x - 1]) continue;
      let end = x;
      while (row[end]) end += 1;
      found.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
    }
    return found;
  });
  return bars.join("");
}

function svgOf(text: string): string {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'><path d='${pathOf(data)}'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** A text as a QR code, black on white whatever the page's colours. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const backgroundImage = useMemo(() => svgOf(text), [text]);
  return <View className="qr-picture" style={{ backgroundImage }} {...roleOf("img")} aria-label={label} />;
}
