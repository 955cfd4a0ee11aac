import { Text, View } from "@tarojs/components";
import type { MealPointRow } from "@shared/domains/build-out/build-out-shapes";
import { ApiError } from "@miniapp/core/api-error";
import { BigButton } from "@miniapp/ui/big-button";
import { FormError } from "@miniapp/ui/form-error";
import { roleOf } from "@miniapp/ui/role-of";
import { Sheet } from "@miniapp/ui/sheet";

interface BatchSheetProps {
  readonly name: string;
  readonly points: readonly MealPointRow[];
  readonly publish: { readonly isPending: boolean; readonly error: unknown };
  readonly onPublish: () => void;
  readonly onClose: () => void;
}

/** The last question before a batch is public: what follows, and which ones are at fault when it is refused. */
export function BatchSheet({ name, points, publish, onPublish, onClose }: BatchSheetProps) {
  const refused = refusedOf(publish.error, points);
  return (
    <Sheet title={`公布${name}？`} onClose={() => publish.isPending || onClose()}>
      <Text>
        {`公布以后，市民马上在“附近”里找得到这 ${points.length} 个助餐点。公布了收不回来，只能一个一个暂停。`}
      </Text>
      <FormError error={publish.error} />
      {refused.length > 0 && (
        <View {...roleOf("status")}>
          <Text>{`不能公布的：${refused.join("、")}`}</Text>
        </View>
      )}
      <BigButton
        text="公布"
        busyText="正在公布"
        isDisabled={refused.length > 0}
        isBusy={publish.isPending}
        onPress={onPublish}
      />
      <BigButton kind="quiet" text="再看看" isDisabled={publish.isPending} onPress={onClose} />
    </Sheet>
  );
}

const why: Readonly<Record<string, string>> = {
  not_plated: "没有挂牌",
  already_published: "已经公布过",
  unknown: "不是这里的",
};

/** "春风助餐点（已经公布过）", for each row that a refusal names. */
function refusedOf(error: unknown, points: readonly MealPointRow[]): string[] {
  if (!(error instanceof ApiError) || error.facts.code !== "batch_refused") return [];
  return (error.facts.fields ?? []).flatMap(({ path, message }) => {
    const point = points[Number(path.split(".").pop())];
    return point ? [`${point.name}（${why[message] ?? "现在不行"}）`] : [];
  });
}
