import { useRouter } from "@tarojs/taro";
import { useEffect } from "react";
import { goTo, replaceWith } from "@miniapp/core/navigate";
import { toCarePoint, toFindCarePoint } from "@miniapp/domains/care-points/routes";
import { ApiError } from "@miniapp/core/api-error";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { Empty, Skeleton } from "@miniapp/ui/states";
import { plaqueIn } from "../../plaque-address";
import { usePlaque } from "../../use-plate";

/** Where the code on a plaque leads: on to the page of the place whose plaque it is. */
export default function PlaquePage() {
  const plaque = plaqueIn(useRouter().params);
  const query = usePlaque(plaque);
  const carePointId = query.data?.carePointId;
  useEffect(() => {
    if (carePointId !== undefined) replaceWith(toCarePoint({ carePointId }));
  }, [carePointId]);
  const isUnknown = query.error instanceof ApiError && query.error.facts.isDefinite;
  return (
    <Page title="牌子上的码">
      {plaque === null || isUnknown ? (
        <Empty
          title="没有找到这块牌子"
          text="牌号可能换过，也可能还没有登记。可以按名字找，或者看看附近的。"
          action={{ text: "按名字找", onPress: () => goTo(toFindCarePoint()) }}
        />
      ) : (
        <Loaded query={query}>{() => <Skeleton />}</Loaded>
      )}
    </Page>
  );
}
