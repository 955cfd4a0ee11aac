import { Text } from "@tarojs/components";

/** A piece of a sentence; the strong ones are what one must not overlook. */
export interface SentencePart {
  readonly text: string;
  readonly isStrong?: boolean;
}

export const strong = (text: string): SentencePart => ({ text, isStrong: true });
export const plain = (text: string): SentencePart => ({ text });

/** The same sentence as plain words, to be read aloud. */
export const wordsOf = (parts: readonly SentencePart[]): string => parts.map(({ text }) => text).join("");

/** A figure stays on one line with its verb and its unit: 付 11 元, 订 1 份. */
export const keepTogether = (text: string): string =>
  text.replace(/(\d) (?=[元份分岁处号])/g, "$1\u00A0").replace(/([付订剩]) (?=\d)/g, "$1\u00A0");

/** One sentence with its weight where the eye should fall. */
export function Sentence({ parts }: { parts: readonly SentencePart[] }) {
  return (
    <Text className="sentence">
      {parts.map(({ text, isStrong = false }, place) => (
        <Text key={`${place}${text}`} className={isStrong ? "sentence-strong" : ""}>
          {keepTogether(text)}
        </Text>
      ))}
    </Text>
  );
}
