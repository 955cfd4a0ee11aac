import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Claim } from "@shared/domains/care-point-records/claims.contract";
import { callPhone } from "@miniapp/core/help-phone";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { Chip } from "@miniapp/ui/chip";
import { Loaded } from "@miniapp/ui/loaded";
import { Empty } from "@miniapp/ui/states";
import { ClaimSheet } from "./claim-sheet";
import { useOfficeClaims } from "./use-claims";

/** 认领: who says that a place is theirs to run; the office rings up and answers. */
export function WaitingClaims({ regionId }: { regionId: string }) {
  const query = useOfficeClaims(regionId);
  const [open, setOpen] = useState<Claim | null>(null);
  return (
    <Loaded query={query}>
      {({ claims }) => (
        <>
          {claims.length === 0 && <Empty title="没有人在等认领" text="有人来认领没有负责人的地方，会列在这里。" />}
          {claims.map((claim) => (
            <ClaimCard key={claim.id} claim={claim} onAnswer={() => setOpen(claim)} />
          ))}
          {open && <ClaimSheet claim={open} onClose={() => setOpen(null)} />}
        </>
      )}
    </Loaded>
  );
}

function ClaimCard({ claim, onAnswer }: { claim: Claim; onAnswer: () => void }) {
  const { carePointName, carePointPhone, preferredName, phone, evidence, sentLabel, dueLabel, isOverdue } = claim;
  return (
    <Card>
      <View className="stack">
        <Text className="words-title">{`${preferredName}要认领${carePointName}`}</Text>
        {isOverdue && (
          <View className="chips">
            <Chip tone="danger" text="过期了" />
          </View>
        )}
        <Text>{`说的是：${evidence}`}</Text>
        <Text className="words-quiet">{`${sentLabel}说的，最晚${dueLabel}回`}</Text>
        {phone && <BigButton kind="line" icon="phone" text={`打给本人 ${phone}`} onPress={() => callPhone(phone)} />}
        <BigButton
          kind="line"
          icon="phone"
          text={`打给那里 ${carePointPhone}`}
          onPress={() => callPhone(carePointPhone)}
        />
        <BigButton kind="second" text="核实好了，回音" label={`${preferredName}，回音`} onPress={onAnswer} />
      </View>
    </Card>
  );
}
