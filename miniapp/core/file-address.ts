/** Set by the build: empty on H5, which lives on the server's own origin. */
declare const API_ORIGIN: string;

/** The whole address of a file whose path the server gave. */
export const fileAddress = (path: string): string => `${API_ORIGIN}${path}`;
