import { Text, View } from "@tarojs/components";
import type { OfferingFacts } from "@shared/domains/care-points/care-point-shapes";
import { Card } from "@miniapp/ui/card";
import { capacityWords, priceWords, serviceWords } from "./copy";

/** One service of a care point: open or not, its hours, what it costs, how many it takes. */
export function OfferingCard({ offering }: { offering: OfferingFacts }) {
  const { service, openLabel, isOpenNow, openingLines, price, capacity } = offering;
  return (
    <Card>
      <Text className="words-title">{serviceWords[service]}</Text>
      <View>
        <Text>{isOpenNow ? `现在营业，${openLabel}` : openLabel}</Text>
      </View>
      {openingLines.map((line) => (
        <View key={line}>
          <Text>{line}</Text>
        </View>
      ))}
      {price && (
        <View>
          <Text>{`价格 ${priceWords(price)}`}</Text>
        </View>
      )}
      {capacity && (
        <View>
          <Text className="words-quiet">{`能接待 ${capacityWords(capacity)}`}</Text>
        </View>
      )}
    </Card>
  );
}
