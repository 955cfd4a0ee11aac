import { useEffect, useRef, type RefObject } from "react";

const REACHABLE = "input, [tabindex='0']";

/**
 * What a keyboard expects of a dialog on H5: Tab stays inside, Escape closes, and afterwards one is back at the button
 * that opened it. Phones have no such keys.
 */
export function useDialog(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (process.env.TARO_ENV !== "h5") return undefined;
    const opener = document.activeElement;
    panel.current?.focus();
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape") close.current();
      if (event.key === "Tab" && panel.current) keepInside(panel.current, event);
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [panel]);
}

function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(REACHABLE)];
  const [first, last] = [stops[0], stops[stops.length - 1]];
  const leavesFrom = event.shiftKey ? first : last;
  const isOutside = !panel.contains(document.activeElement) || document.activeElement === panel;
  if (document.activeElement !== leavesFrom && !(isOutside && event.shiftKey)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
