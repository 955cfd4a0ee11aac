import { useEffect, useState } from "react";
import { serverNow } from "./server-clock";

/** Whether an instant has passed by the server's clock; the screen is drawn anew when it does. */
export function useHasPassed(instant: string | null): boolean {
  const at = instant === null ? 0 : Date.parse(instant);
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(at), Math.max(0, at - serverNow()));
    return () => clearTimeout(timer);
  }, [at]);
  return passed === at;
}
