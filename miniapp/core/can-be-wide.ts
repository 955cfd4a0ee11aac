/**
 * Whether a window may be as wide as a desktop's: a browser's may, WeChat shows every page as a phone's. What only a
 * desktop has room for is not drawn where there is none, for a phone pays for each piece of a page, shown or not.
 */
export const canBeWide = process.env.TARO_ENV === "h5";
