import type { CarePoint, WithheldReason } from "@shared/domains/care-points/care-point-shapes";
import { goTo } from "@miniapp/core/navigate";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { toCarePoint } from "./routes";

const words: Readonly<Record<WithheldReason, string>> = {
  not_plated: "还没有挂牌公布，现在不开放。",
  unpublished: "现在不对外公布，去之前先打电话问一问。",
  suspended: "暂停服务，去之前先打电话问一问。",
  closed: "已经停办了。",
  merged: "和另一处是同一个地方，请看那一处。",
};

/** Why this page is reached by nobody who looks in a list, and where to go instead. */
export function WithheldNote({ withheld: { why, sinceLabel, mergedInto } }: { withheld: Withheld }) {
  return (
    <>
      <Banner icon="info" tone="amber" text={`${sinceLabel}起：${words[why]}`} />
      {mergedInto !== null && (
        <BigButton icon="pin" text="看那一处" onPress={() => goTo(toCarePoint({ carePointId: mergedInto }))} />
      )}
    </>
  );
}

type Withheld = NonNullable<CarePoint["withheld"]>;
