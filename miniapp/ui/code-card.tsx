import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";

interface CodeCardProps {
  readonly label: string;
  /** Six digits; shown in two groups of three. */
  readonly code: string;
  readonly isCentred?: boolean;
  readonly children?: ReactNode;
}

/** "482913" → "4 8 2 9 1 3", so that a voice does not read four hundred thousand. */
export const digitByDigit = (code: string): string => code.replace(/\d(?=\d)/g, "$& ");

/** The pick-up code in large digits, read out digit by digit. */
export function CodeCard({ label, code, isCentred = false, children }: CodeCardProps) {
  return (
    <View className={`code-card${isCentred ? " is-centred" : ""}`}>
      <View className="code-card-words">
        <Text>{label}</Text>
        <Text className="code-card-code" aria-label={`${label} ${digitByDigit(code)}`}>
          {`${code.slice(0, 3)} ${code.slice(3)}`}
        </Text>
      </View>
      {children}
    </View>
  );
}
