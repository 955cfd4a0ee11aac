import { siteOrigin } from "@miniapp/core/site-origin";
import { toAccept } from "./routes";

/** Behind the #: no browser sends it to a server, so the code stands in no log. */
const MARK = "#code=";

/** The text of an invitation's picture: a link to the page where its code is filled in, with the code behind the #. */
export const invitationLink = (code: string): string => `${siteOrigin()}${toAccept()}${MARK}${code}`;

/** The code in a picture's text or an address; null when it is something else's. */
export const codeInLink = (text: string): string | null => /#code=(\d{6})$/.exec(text)?.[1] ?? null;
