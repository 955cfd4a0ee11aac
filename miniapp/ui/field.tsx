import { Input, Text, View } from "@tarojs/components";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** The right keyboard: `number` for codes and phones. */
  readonly kind?: "text" | "number" | "password";
  readonly maxLength: number;
}

/** H5 wraps the real input in an element of its own; what a reader must find goes to the inner one. */
const onInnerInput = (nativeProps: Record<string, string>) => (process.env.TARO_ENV === "h5" ? { nativeProps } : {});

/** One question: its label above, a hint, the input, and what is wrong below it. */
export function Field({ label, value, onChange, hint, error, kind = "text", maxLength }: FieldProps) {
  return (
    <View className="field">
      <Text className="field-label">{label}</Text>
      {hint && <Text className="field-hint">{hint}</Text>}
      <Input
        className={`field-input${error ? " has-error" : ""}`}
        type={kind === "number" ? "number" : "text"}
        password={kind === "password"}
        maxlength={maxLength}
        value={value}
        aria-label={label}
        {...onInnerInput({ "aria-label": label, ...(error ? { "aria-invalid": "true" } : {}) })}
        onInput={(event) => onChange(event.detail.value)}
      />
      {error && (
        <Text className="field-error" role="alert">
          {error}
        </Text>
      )}
    </View>
  );
}
