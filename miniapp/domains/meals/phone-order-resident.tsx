import { useState } from "react";
import { distinction, type Resident } from "@miniapp/domains/accounts/index";
import { Card } from "@miniapp/ui/card";
import { RowLink } from "@miniapp/ui/row-link";
import type { PhoneBooking } from "./phone-order";
import { PhoneOrderDone } from "./phone-order-done";
import { PhoneOrderMenu } from "./phone-order-menu";

interface PhoneOrderResidentProps {
  readonly carePointId: string;
  readonly resident: Resident;
  readonly onNext: () => void;
}

/** One caller: who it is, what she orders, what was booked. */
export function PhoneOrderResident({ carePointId, resident, onNext }: PhoneOrderResidentProps) {
  const [booked, setBooked] = useState<PhoneBooking | null>(null);
  if (booked) return <PhoneOrderDone booked={booked} onNext={onNext} onMore={() => setBooked(null)} />;
  return (
    <>
      <Card isList>
        <RowLink
          icon="person"
          text={resident.preferredName}
          note={`${distinction(resident)}。不对就点这里换人`}
          onPress={onNext}
        />
      </Card>
      <PhoneOrderMenu carePointId={carePointId} resident={resident} onBooked={setBooked} />
    </>
  );
}
