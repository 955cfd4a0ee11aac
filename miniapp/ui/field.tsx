import { Input, Text, View } from "@tarojs/components";
import { useIsDrawn } from "@miniapp/core/use-is-drawn";
import { roleOf } from "./role-of";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** The right keyboard: `number` for codes and phones. */
  readonly kind?: "text" | "number" | "password";
  readonly maxLength: number;
  /** Large digits, for a code that is read out. */
  readonly isLarge?: boolean;
  /** Enter, or the keyboard's own button. */
  readonly onSubmit?: () => void;
  /** The cursor stands here when the page opens. */
  readonly hasFocus?: boolean;
}

interface InnerInput {
  readonly label: string;
  readonly kind: "text" | "number" | "password";
  readonly hasError: boolean;
}

/**
 * What differs between the builds. H5 wraps the real input in an element of its own, so that what a reader must find goes
 * to the inner one; and its number inputs drop leading zeros, so that digits are text with the digits' keyboard.
 */
function inputOf({ label, kind, hasError }: InnerInput) {
  if (process.env.TARO_ENV !== "h5") return { type: kind === "number" ? ("number" as const) : ("text" as const) };
  const nativeProps = {
    "aria-label": label,
    "aria-invalid": String(hasError),
    ...(kind === "number" ? { inputMode: "numeric" } : {}),
  };
  return { type: "text" as const, nativeProps };
}

/** One question: its label above, a hint, the input, and what is wrong below it. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    onChange,
    hint,
    error,
    kind = "text",
    maxLength,
    isLarge = false,
    onSubmit,
    hasFocus = false,
  } = props;
  const isFocused = useIsDrawn(hasFocus);
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      {hint && <Text className="field-hint">{hint}</Text>}
      <Input
        className={`field-input${error ? " has-error" : ""}${isLarge ? " is-code" : ""}`}
        password={kind === "password"}
        maxlength={maxLength}
        value={value}
        aria-label={label}
        {...inputOf({ label, kind, hasError: error !== undefined })}
        {...(isFocused ? { focus: true } : {})}
        onInput={(event) => onChange(event.detail.value)}
        {...(onSubmit ? { confirmType: "done" as const, onConfirm: onSubmit } : {})}
      />
      {error && (
        <Text className="field-error" {...roleOf("alert")}>
          {error}
        </Text>
      )}
    </View>
  );
}
