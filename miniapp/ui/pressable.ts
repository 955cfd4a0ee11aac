import type { ITouchEvent } from "@tarojs/components";
import { roleOf } from "./role-of";
import { tabStop } from "./tab-stop";

interface Pressable {
  /** What a screen reader says; give it where the visible words alone do not say it. */
  readonly label?: string | undefined;
  readonly role?: "button" | "tab" | "radio" | "checkbox" | "link" | "switch";
  readonly isDisabled?: boolean;
  readonly isChosen?: boolean | undefined;
  readonly onPress: () => void;
}

/**
 * What makes a plain view a control everywhere: a tap, Enter and Space on a keyboard, and its role under both names that
 * the two builds know (`role` on H5, `aria-role` in WXML).
 */
export function pressable({ label, role = "button", isDisabled = false, isChosen, onPress }: Pressable) {
  const press = () => {
    if (!isDisabled) onPress();
  };
  return {
    ...roleOf(role),
    ...tabStop(0),
    hoverClass: isDisabled ? "none" : "is-pressed",
    ...(label === undefined ? {} : { "aria-label": label, ariaLabel: label }),
    ...(isDisabled ? { "aria-disabled": "true" } : {}),
    ...(isChosen === undefined ? {} : { [role === "tab" ? "aria-selected" : "aria-checked"]: String(isChosen) }),
    onClick: (event: ITouchEvent) => {
      event.stopPropagation();
      press();
    },
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    },
  };
}
