/** Keeps the app itself on this device, so that its pages open again without a network: in a browser, as built for use. */
export function keepApp(): void {
  if (process.env.TARO_ENV !== "h5" || process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const register = () => void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  // What the first page needs comes first.
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
}
