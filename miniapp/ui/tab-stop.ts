/** Makes an element reachable by keyboard, or by script only (-1), on H5; phones have no such thing and get no bytes of it. */
export const tabStop = (tabIndex: 0 | -1): { tabIndex?: number } => (process.env.TARO_ENV === "h5" ? { tabIndex } : {});
