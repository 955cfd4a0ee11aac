import { Text, View } from "@tarojs/components";
import type { CarePoint } from "@shared/domains/care-points/care-points.contract";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { keepTogether } from "@miniapp/ui/sentence";
import { accessibilityWords, serviceWords } from "./copy";

/** What one wants to know before going: hours, what it offers, how to get in, where it is. */
export function CarePointFacts({ carePoint }: { carePoint: CarePoint }) {
  const { openingLines, services, accessibility, acceptsDisabled, regionNames, address, phone } = carePoint;
  return (
    <>
      <Card>
        <Text className="words-title">开门时间</Text>
        {openingLines.map((line) => (
          <View key={line}>
            <Text>{line}</Text>
          </View>
        ))}
      </Card>
      <Card>
        <Text className="words-title">有什么</Text>
        <View className="chips">
          {services.map((service) => (
            <Chip key={service} text={serviceWords[service]} />
          ))}
          {acceptsDisabled && <Chip tone="amber" text="收失能老人" />}
          {accessibility.map((mark) => (
            <Chip key={mark} tone="indigo" text={accessibilityWords[mark]} />
          ))}
        </View>
      </Card>
      <Card>
        <Text className="words-title">在哪里</Text>
        <View>
          <Text>{keepTogether(`${regionNames.join(" ")} ${address}`)}</Text>
        </View>
        <View>
          <Text className="words-quiet">{`电话 ${phone}`}</Text>
        </View>
      </Card>
    </>
  );
}
