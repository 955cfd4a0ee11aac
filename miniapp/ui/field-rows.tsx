import { Field } from "./field";

interface FieldRow<Name extends string> {
  /** Which part of the draft is typed here. */
  readonly of: Name;
  readonly label: string;
  readonly hint?: string;
  readonly kind?: "number";
  readonly maxLength: number;
}

interface FieldRowsProps<Name extends string> {
  readonly rows: readonly FieldRow<Name>[];
  readonly draft: Readonly<Record<Name, string>>;
  readonly onChange: (part: Partial<Record<Name, string>>) => void;
}

/** Questions of a form one below the other, each a text of its draft. */
export function FieldRows<Name extends string>({ rows, draft, onChange }: FieldRowsProps<Name>) {
  return (
    <>
      {rows.map(({ of, ...row }) => (
        <Field
          key={of}
          {...row}
          value={draft[of]}
          onChange={(typed) => onChange({ [of]: typed } as Partial<Record<Name, string>>)}
        />
      ))}
    </>
  );
}
