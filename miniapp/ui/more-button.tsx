import { BigButton } from "./big-button";

interface MoreButtonProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next twenty of a list; nothing where there are no more. */
export function MoreButton({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MoreButtonProps) {
  if (!hasNextPage) return null;
  return <BigButton kind="second" text="再看更多" isBusy={isFetchingNextPage} onPress={fetchNextPage} />;
}
