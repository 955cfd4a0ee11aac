/** Whether this device can print: a browser can, WeChat cannot. */
export const canPrint = (): boolean => process.env.TARO_ENV === "h5" && typeof window.print === "function";

/** Opens the browser's print dialogue for the page that is shown. */
export const printPage = (): void => window.print();
