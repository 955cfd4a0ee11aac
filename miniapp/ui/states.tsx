import { Text, View } from "@tarojs/components";
import { callPhone, useHelpPhone } from "@miniapp/core/help-phone";
import { errorText } from "@miniapp/core/error-text";
import { BigButton } from "./big-button";
import { Card } from "./card";
import { roleOf } from "./role-of";

/** The shape of what comes, while it comes; `what` where the page itself is there and only a part of it comes. */
export function Skeleton({ rows = 3, what = "" }: { rows?: number; what?: string | undefined }) {
  return (
    <View className="skeleton" {...roleOf("status")} aria-label={`正在打开${what}`}>
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="skeleton-card">
          <View className="skeleton-line" />
          <View className="skeleton-line is-short" />
        </View>
      ))}
    </View>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly text: string; readonly onPress: () => void };
  /** Whether somebody is named who can be asked: whom 打电话 calls. */
  readonly canAsk?: boolean;
}

/** Nothing is there: said calmly, with what to do next. */
export function Empty({ title, text, action, canAsk = false }: EmptyProps) {
  const phone = useHelpPhone((help) => help.phone);
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{title}</Text>
        <Text className="words-quiet">{text}</Text>
        {action && <BigButton kind="second" text={action.text} onPress={action.onPress} />}
        {canAsk && <BigButton kind="quiet" text={`打 ${phone} 问一问`} onPress={() => callPhone(phone)} />}
      </View>
    </Card>
  );
}

interface ErrorPanelProps {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Whom to call; without one whom 打电话 calls. */
  readonly phone?: string | undefined;
}

/** What went wrong in a sentence, what to do next, whom to call. */
export function ErrorPanel({ error, onRetry, phone: given }: ErrorPanelProps) {
  const usual = useHelpPhone((help) => help.phone);
  const phone = given ?? usual;
  const { text, requestId } = errorText(error);
  return (
    <Card>
      <View className="stack" {...roleOf("alert")}>
        <Text className="words-title">{text}</Text>
        <BigButton kind="second" text="再试一次" onPress={onRetry} />
        <BigButton kind="quiet" text={`打电话 ${phone}`} onPress={() => callPhone(phone)} />
        {requestId && (
          <Text className="words-quiet">{`报错编号 ${requestId.slice(0, 8)}，打电话时可以报给工作人员`}</Text>
        )}
      </View>
    </Card>
  );
}
