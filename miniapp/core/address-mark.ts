/**
 * What stands behind the # of the page's address, which no browser sends to a server; empty in WeChat.
 * It is for one reading: `forgetAddressMark` takes it out of the address bar and of what "back" returns to.
 */
export const addressMark = (): string => (process.env.TARO_ENV === "h5" ? window.location.hash : "");

export function forgetAddressMark(): void {
  if (process.env.TARO_ENV !== "h5" || window.location.hash === "") return;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, "", pathname + search);
}
