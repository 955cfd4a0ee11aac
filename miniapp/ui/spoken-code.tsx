import { Text } from "@tarojs/components";
import { digitByDigit } from "./code-card";

/** Eight digits that one person reads out to another, in two halves. */
export function SpokenCode({ code }: { code: string }) {
  return <Text className="spoken-code" aria-label={digitByDigit(code)}>{`${code.slice(0, 4)} ${code.slice(4)}`}</Text>;
}
