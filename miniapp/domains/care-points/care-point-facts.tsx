import { Text, View } from "@tarojs/components";
import { facilityKindWords } from "@shared/core/network";
import type { CarePoint } from "@shared/domains/care-points/care-point-shapes";
import { goTo } from "@miniapp/core/navigate";
import { openMap } from "@miniapp/core/open-map";
import { toCorrection } from "@miniapp/domains/care-point-records/routes";
import { Banner } from "@miniapp/ui/banner";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { keepTogether } from "@miniapp/ui/sentence";
import { acceptanceWords, accessibilityWords } from "./copy";
import { OfferingCard } from "./offering-card";
import { WithheldNote } from "./withheld-note";

/** What one wants to know before going: hours, what it offers, how to get in, where it is, whether this is still true. */
export function CarePointFacts({ carePoint }: { carePoint: CarePoint }) {
  const { withheld, freshness, phone, closedLines, offerings } = carePoint;
  return (
    <>
      {withheld && <WithheldNote withheld={withheld} />}
      {freshness === "overdue" && (
        <Banner icon="info" text={`这里的信息该核对了，有要紧事先打电话 ${phone} 问一问。`} />
      )}
      {freshness === "stale" && (
        <Banner icon="info" tone="amber" text={`这里的信息很久没核对了，去之前先打电话 ${phone} 问一问。`} />
      )}
      {closedLines.map((line) => (
        <Banner key={line} icon="clock" tone="amber" text={line} />
      ))}
      {offerings.map((offering) => (
        <OfferingCard key={offering.service} offering={offering} />
      ))}
      <WhatItIs carePoint={carePoint} />
      <WhereItIs carePoint={carePoint} />
    </>
  );
}

function WhatItIs({ carePoint }: { carePoint: CarePoint }) {
  const { kinds, accessibility, accepts, grade, certificates, operatorName, servesNames } = carePoint;
  return (
    <Card>
      <Text className="words-title">这里怎么样</Text>
      <View className="chips">
        {kinds.map((kind) => (
          <Chip key={kind} text={facilityKindWords[kind]} />
        ))}
        {grade && <Chip tone="persimmon" text={`${grade.grade}（${grade.issuer}，有效到${grade.untilLabel}）`} />}
        {accepts.map((one) => (
          <Chip key={one} tone="amber" text={acceptanceWords[one]} />
        ))}
        {accessibility.map((mark) => (
          <Chip key={mark} tone="indigo" text={accessibilityWords[mark]} />
        ))}
      </View>
      {operatorName && <Fact text={`运营单位：${operatorName}`} />}
      {servesNames.length > 0 && <Fact text={`也服务：${servesNames.join("、")}`} />}
      {certificates.map(({ name, untilLabel }) => (
        <Fact key={name} text={untilLabel ? `${name}，有效到${untilLabel}` : name} />
      ))}
    </Card>
  );
}

function WhereItIs({ carePoint }: { carePoint: CarePoint }) {
  const { regionNames, address, phone, verifiedLabel, formerNames } = carePoint;
  return (
    <Card>
      <Text className="words-title">在哪里</Text>
      <Fact text={keepTogether(`${regionNames.join(" ")} ${address}`)} />
      {formerNames.length > 0 && <Fact text={`以前叫 ${formerNames.join("、")}`} />}
      <Fact isQuiet text={`电话 ${phone}`} />
      <Fact isQuiet text={`${verifiedLabel}核对过`} />
      <BigButton kind="second" icon="pin" text="看地图，怎么走" onPress={() => openMap(carePoint)} />
      <BigButton
        kind="line"
        icon="info"
        text="信息不对？告诉我们"
        onPress={() => goTo(toCorrection({ carePointId: carePoint.id }))}
      />
    </Card>
  );
}

function Fact({ text, isQuiet = false }: { text: string; isQuiet?: boolean }) {
  return (
    <View>
      <Text className={isQuiet ? "words-quiet" : ""}>{text}</Text>
    </View>
  );
}
