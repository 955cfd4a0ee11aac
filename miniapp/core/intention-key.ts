import { useRef } from "react";
import { ApiError } from "./api-error";

/** A new idempotency key, 32 hexadecimal digits. It must be new, not secret: the server binds it to the person. */
export function newKey(): string {
  return Array.from({ length: 4 }, () =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
}

/**
 * One key per intention: the same order sent again after a lost reply carries the same key, another order or a repeat
 * after a definite answer a new one.
 */
export function useIntentionKey() {
  const current = useRef<{ intention: string; key: string } | null>(null);
  return async function withKey<T>(intention: unknown, act: (key: string) => Promise<T>): Promise<T> {
    const wanted = JSON.stringify(intention);
    if (current.current?.intention !== wanted) current.current = { intention: wanted, key: newKey() };
    try {
      const result = await act(current.current.key);
      current.current = null;
      return result;
    } catch (error) {
      if (error instanceof ApiError && error.facts.isDefinite) current.current = null;
      throw error;
    }
  };
}

/** A new UUID (RFC 9562, version 4) for what is noted down on this phone and sent later. */
export function newUuid(): string {
  const digits = newKey();
  const groups = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
  return [...groups, digits.slice(20)].join("-");
}
