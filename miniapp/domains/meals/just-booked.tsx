import type { PropsWithChildren } from "react";
import { useActingFor } from "@miniapp/core/acting-for";
import { LeavePhone } from "@miniapp/domains/accounts/index";
import { RemindButton } from "@miniapp/domains/notices/index";
import { DoneMark } from "./done-mark";

/** Around a booking made a moment ago: that it worked and for whom, and what is asked only then. */
export function JustBooked({ children }: PropsWithChildren) {
  const elder = useActingFor((acting) => acting.elder);
  return (
    <>
      <DoneMark text={elder ? `替${elder.name}订好了` : "订好了"} />
      {children}
      <RemindButton />
      {process.env.TARO_ENV === "weapp" && !elder && <LeavePhone />}
    </>
  );
}
