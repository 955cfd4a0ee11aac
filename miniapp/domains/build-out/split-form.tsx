import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Field } from "@miniapp/ui/field";
import { Figures } from "@miniapp/ui/figures";
import { FormError } from "@miniapp/ui/form-error";
import { useSplitTarget } from "./use-progress";

const DIGITS = 5;

/** A field for each county, and above them how much of the whole is still to be given out. */
export function SplitForm({ progress, total }: { progress: Progress; total: number }) {
  const counties = [...progress.counties].sort((a, b) => a.regionId.localeCompare(b.regionId));
  const [shares, setShares] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(counties.map(({ regionId, target }) => [regionId, target === null ? "" : String(target)])),
  );
  const split = useSplitTarget();
  const valueOf = (regionId: string) => Number(shares[regionId] ?? "");
  const sum = counties.reduce((given, { regionId }) => given + valueOf(regionId), 0);
  const isSame = counties.every(({ regionId, target }) => target === valueOf(regionId));
  const submit = () =>
    split.mutate({
      cityId: progress.cityId,
      shares: counties.map(({ regionId }) => ({ regionId, value: valueOf(regionId) })),
    });
  return (
    <>
      <View className="build-sum">
        <Figures
          figures={[
            { figure: String(total), word: "全市任务" },
            { figure: String(sum), word: "分下去了" },
            { figure: String(Math.abs(total - sum)), word: sum > total ? "多了" : "还没分" },
          ]}
        />
      </View>
      <Card>
        <View className="build-shares">
          {counties.map(({ regionId, name, done }) => (
            <Field
              key={regionId}
              label={name}
              hint={`已建成 ${done} 个`}
              kind="number"
              maxLength={DIGITS}
              value={shares[regionId] ?? ""}
              onChange={(typed) => setShares({ ...shares, [regionId]: typed.replace(/\D/g, "") })}
            />
          ))}
        </View>
      </Card>
      <FormError error={split.error} />
      {split.isSuccess && isSame && <Banner icon="check" text="分好了，各县马上看得到。" />}
      <View className="stack build-narrow">
        <BigButton
          text={buttonWords({ sum, total, isSame })}
          busyText="正在存"
          isDisabled={sum !== total || isSame}
          isBusy={split.isPending}
          onPress={submit}
        />
        <Text className="words-quiet">以前怎么分的，都留着记录。</Text>
      </View>
    </>
  );
}

function buttonWords({ sum, total, isSame }: { sum: number; total: number; isSame: boolean }): string {
  if (sum < total) return `还有 ${total - sum} 个没分`;
  if (sum > total) return `多分了 ${sum - total} 个`;
  return isSame ? "现在就是这样分的" : "就这样分";
}
