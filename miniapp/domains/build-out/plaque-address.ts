import { siteOrigin } from "@miniapp/core/site-origin";
import { toPlaque } from "./routes";

interface Plaque {
  readonly cityId: string;
  readonly number: string;
}

/** The text of the code on a plaque: the address of its page in a browser, which WeChat also takes for the app's own. */
export const plaqueLink = (plaque: { cityId: string; plaqueNumber: string }): string =>
  `${siteOrigin()}${toPlaque(plaque)}`;

type Parameters = Readonly<Partial<Record<string, string>>>;

/**
 * Which plaque a page was opened for. A browser gives the address's own parameters. WeChat gives the whole address as `q`
 * where an ordinary code was scanned, and `city!number` as `scene` where its own kind was; both percent-encoded.
 */
export function plaqueIn({ cityId, number, q, scene }: Parameters): Plaque | null {
  if (cityId && number) return { cityId, number: decoded(number) };
  if (scene) {
    const [city = "", plaqueNumber = ""] = decoded(scene).split("!");
    return city && plaqueNumber ? { cityId: city, number: plaqueNumber } : null;
  }
  if (!q) return null;
  const query = new Map(
    (decoded(q).split("?")[1] ?? "").split("&").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [name, decoded(value)] as const;
    }),
  );
  const [city, plaqueNumber] = [query.get("cityId"), query.get("number")];
  return city && plaqueNumber ? { cityId: city, number: plaqueNumber } : null;
}

/** What was never encoded, or only half, stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
