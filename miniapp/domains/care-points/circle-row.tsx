import { Text, View } from "@tarojs/components";
import type { CircleService } from "@shared/domains/care-points/circle.contract";
import { goTo } from "@miniapp/core/navigate";
import { Chip } from "@miniapp/ui/chip";
import { Icon } from "@miniapp/ui/icon";
import { pressable } from "@miniapp/ui/pressable";
import { placeLines, reachWord, wayWords } from "./circle-words";
import { serviceWords } from "./copy";
import { lookOf } from "./look-of";
import { toCarePoint } from "./routes";
import "./circle-row.scss";

interface CircleRowProps {
  readonly one: CircleService;
  /** Of the circle. */
  readonly minutes: number;
}

/** One service of the circle: whether one gets there on foot, and to the nearest place's page. */
export function CircleRow({ one, minutes }: CircleRowProps) {
  const { service, isReachable, nearest } = one;
  const tone = isReachable ? "pine" : "amber";
  const [reach, way, lines] = [reachWord(one), wayWords(one, minutes), placeLines(one)];
  const label = [serviceWords[service], reach, way, ...lines].join("，");
  const press = nearest
    ? pressable({ label, role: "link", onPress: () => goTo(toCarePoint({ carePointId: nearest.id })) })
    : {};
  return (
    <View className="circle-row" {...press}>
      <View className={`circle-sign tone-${tone}`}>
        <Icon name={lookOf([service]).icon} large />
      </View>
      <View className="words">
        <View className="circle-head">
          <Text className="words-title">{serviceWords[service]}</Text>
          <View className="circle-mark">
            <Chip tone={tone} icon={isReachable ? "check" : "info"} text={reach} />
          </View>
          {nearest && <Icon name="next" />}
        </View>
        <Text className="circle-way">{way}</Text>
        {lines.map((line) => (
          <Text key={line} className="words-quiet">
            {line}
          </Text>
        ))}
      </View>
    </View>
  );
}
