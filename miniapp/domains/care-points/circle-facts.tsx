import { Text, View } from "@tarojs/components";
import type { Circle } from "@shared/domains/care-points/circle.contract";
import { callPhone } from "@miniapp/core/help-phone";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { CircleRow } from "./circle-row";
import { assumedWords, sumWords } from "./circle-words";

/** Which services are within reach on foot, and whom to ask where one is not. */
export function CircleFacts({ circle }: { circle: Circle }) {
  const { services, minutes, contact } = circle;
  const isWhole = services.every(({ isReachable }) => isReachable);
  const assumed = assumedWords(circle);
  return (
    <>
      <Banner icon="walk" tone={isWhole ? "pine" : "amber"} text={sumWords(circle)} />
      <Card isList>
        {services.map((one) => (
          <CircleRow key={one.service} one={one} minutes={minutes} />
        ))}
      </Card>
      {assumed && <Text className="words-quiet">{assumed}</Text>}
      <Card>
        <View className="stack">
          <Text className="words-title">{isWhole ? "还想问什么，打电话" : "附近缺哪样，打电话问"}</Text>
          <Text className="words-quiet">{contact.name}</Text>
          <BigButton
            kind="second"
            icon="phone"
            text={`打电话 ${contact.phone}`}
            onPress={() => callPhone(contact.phone)}
          />
        </View>
      </Card>
    </>
  );
}
