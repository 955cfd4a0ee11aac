import { useEffect } from "react";

/** Calls `onEscape` when the Escape key is pressed on H5; phones have no such key. */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== "h5") return undefined;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape") onEscape();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onEscape]);
}
