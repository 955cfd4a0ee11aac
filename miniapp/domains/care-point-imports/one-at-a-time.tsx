import { Fragment, useState, type ReactNode } from "react";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";

/** So many questions are seen at one glance. */
const FEW = 3;

interface Question {
  readonly key: string;
  /** What it is about, and what was said or is waited for: all that is seen of one that is not open. */
  readonly text: string;
  readonly note: string;
  readonly isAnswered: boolean;
  readonly card: ReactNode;
}

/** Questions for a person, one card each. Of many only one is open: the one that was tapped, else the first unanswered. */
export function OneAtATime({ questions }: { questions: readonly Question[] }) {
  const [tapped, setTapped] = useState<string | null>(null);
  const open = tapped ?? questions.find(({ isAnswered }) => !isAnswered)?.key;
  const isFew = questions.length <= FEW;
  return (
    <>
      {questions.map(({ key, text, note, isAnswered, card }) =>
        isFew || key === open ? (
          <Fragment key={key}>{card}</Fragment>
        ) : (
          <Card key={key} isList>
            <RowLink icon={isAnswered ? "check" : "info"} text={text} note={note} onPress={() => setTapped(key)} />
          </Card>
        ),
      )}
    </>
  );
}
