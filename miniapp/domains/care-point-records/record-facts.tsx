import { Text, View } from "@tarojs/components";
import type { OfferingRecord, OwnRecord } from "@shared/domains/care-point-records/care-point-records.contract";
import {
  acceptanceWords,
  accessibilityWords,
  capacityWords,
  priceWords,
  serviceWords,
} from "@miniapp/domains/care-points/index";
import { dayWords } from "@miniapp/core/day-words";
import { Card } from "@miniapp/ui/card";
import { weekLines } from "./record-words";
import { hoursWords } from "@shared/domains/care-point-records/care-point-records.rules";

/** Everything one says is right with one tap. */
export function RecordFacts({ record }: { record: OwnRecord }) {
  const { phone, address, offerings, accessibility, accepts } = record;
  return (
    <>
      <Card>
        <Line text={`电话 ${phone}`} />
        <Line text={`地址 ${address}`} />
        <Line text={`怎么进：${accessibility.map((mark) => accessibilityWords[mark]).join("、") || "没有写"}`} />
        <Line text={`也收：${accepts.map((one) => acceptanceWords[one]).join("、") || "没有写"}`} />
      </Card>
      {offerings.map((offering) => (
        <OfferingLines key={offering.service} offering={offering} />
      ))}
    </>
  );
}

function OfferingLines({ offering }: { offering: OfferingRecord }) {
  const { service, specialDays, capacity, price } = offering;
  return (
    <Card>
      <Text className="words-title">{serviceWords[service]}</Text>
      {weekLines(offering).map((line) => (
        <Line key={line} text={line} />
      ))}
      {specialDays.map(({ date, hours, reason }) => (
        <Line key={date} text={`${dayWords(date)} ${hoursWords(hours)}：${reason}`} />
      ))}
      <Line text={price ? priceWords(price) : "价格没有写"} />
      <Line
        text={
          capacity ? `能接待 ${capacityWords({ ...capacity, asOfLabel: dayWords(capacity.asOf) })}` : "能接待多少没有写"
        }
      />
    </Card>
  );
}

function Line({ text }: { text: string }) {
  return (
    <View>
      <Text>{text}</Text>
    </View>
  );
}
