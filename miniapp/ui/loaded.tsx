import { Text } from "@tarojs/components";
import { useEffect, useState, type ReactNode } from "react";
import { useHelpPhone } from "@miniapp/core/help-phone";
import { ErrorPanel, Skeleton } from "./states";

interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** Whom to call when it does not come. */
  readonly phone?: string | undefined;
  /** What comes, where it is only a part of the page: "名单". */
  readonly what?: string;
  readonly children: (data: Data) => ReactNode;
}

const SLOW_AFTER_MS = 5_000;

/** What a request brings: its shape while it comes, a sentence when it does not, and cached content above all. */
export function Loaded<Data>({ query, phone, what, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorPanel error={query.error} phone={phone} onRetry={query.refetch} />;
  return <Waiting phone={phone} what={what} />;
}

function Waiting({ phone, what }: { phone?: string | undefined; what?: string | undefined }) {
  const usual = useHelpPhone((help) => help.phone);
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {isSlow && <Text className="words-quiet">{`网络有点慢，还在打开。着急可以打电话 ${phone ?? usual}。`}</Text>}
      <Skeleton what={what} />
    </>
  );
}
