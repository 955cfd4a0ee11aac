import { Text, View } from "@tarojs/components";
import type { Progress } from "@shared/domains/build-out/programme-shapes";
import { dayWords } from "@miniapp/core/day-words";
import { Card } from "@miniapp/ui/card";
import { Figures } from "@miniapp/ui/figures";
import { ProgressBar } from "@miniapp/ui/progress-bar";
import { Empty } from "@miniapp/ui/states";
import { untilWords } from "./copy";
import { CountyRanking } from "./county-ranking";

/** What was promised, what of it stands, and how far each county is. */
export function CityProgress({ progress }: { progress: Progress }) {
  const { target, done, underWay, percent, left, asOf } = progress;
  if (target === null) return <Empty title="这里没有公布要建多少个" text="可以打电话问一问。" canAsk />;
  return (
    <>
      <Figures
        figures={[
          { figure: String(target.value), word: "目标" },
          { figure: String(done), word: "已建成" },
          { figure: String(left ?? 0), word: "还差" },
        ]}
      />
      <Card>
        <View className="stack">
          <Text className="words-title">{`完成了 ${percent}`}</Text>
          <ProgressBar done={done} of={target.value} />
          <Text>{untilWords(progress)}</Text>
          <Text>{`还有 ${underWay} 个正在办：有的刚报上来，有的在核查，有的在建。`}</Text>
          <Text className="words-quiet">
            {`按${dayWords(asOf)}的登记数出来。挂了牌、没有关停的，才算建成。任务依据：${target.source}`}
          </Text>
        </View>
      </Card>
      <CountyRanking progress={progress} />
    </>
  );
}
