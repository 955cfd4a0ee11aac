/** Set by the build: empty on H5, which lives on the server's own origin. */
declare const API_ORIGIN: string;

/** Where the app is found in a browser, `https://…` without a slash at the end. */
export const siteOrigin = (): string => (process.env.TARO_ENV === "h5" ? window.location.origin : API_ORIGIN);
