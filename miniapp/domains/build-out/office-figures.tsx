import { Text } from "@tarojs/components";
import type { Office } from "@miniapp/core/office";
import { Figures } from "@miniapp/ui/figures";
import { Loaded } from "@miniapp/ui/loaded";
import { figuresOf, untilWords } from "./copy";
import { useProgress } from "./use-progress";

/** How far the office is: the county's part of the task where it is a county, else the whole city's. */
export function OfficeFigures({ office }: { office: Office }) {
  const query = useProgress(office.regionId);
  return (
    <Loaded query={query}>
      {(progress) => {
        const county = progress.counties.find(({ regionId }) => regionId === office.regionId);
        const rank = county?.rank ?? null;
        return (
          <>
            <Figures figures={figuresOf(progress, county)} />
            <Text className="words-quiet">
              {`${untilWords(progress, county)}${rank === null ? "" : `进度在全市第 ${rank}。`}挂了牌、没有关停的，才算建成。`}
            </Text>
          </>
        );
      }}
    </Loaded>
  );
}
