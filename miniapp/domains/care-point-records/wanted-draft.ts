import type { Datum } from "@shared/core/datum";
import { isRealDay } from "@shared/core/primitives";
import type { CareService, FacilityKind } from "@shared/core/network";
import type { ChangeKind, WantedChange } from "@shared/domains/care-point-records/record-changes.contract";

/** A wish as the form holds it: what is typed, in the words it is typed in. */
export interface WantedDraft {
  readonly what: ChangeKind;
  readonly name: string;
  readonly datum: Datum;
  readonly latitude: string;
  readonly longitude: string;
  readonly services: readonly CareService[];
  readonly kinds: readonly FacilityKind[];
  /** Eight digits. */
  readonly since: string;
  readonly creditCode: string;
}

export const emptyDraft = (what: ChangeKind): WantedDraft => ({
  what,
  name: "",
  datum: "gcj02",
  latitude: "",
  longitude: "",
  services: [],
  kinds: [],
  since: "",
  creditCode: "",
});

/** Why the form cannot be sent yet, in a sentence. */
interface DraftFault {
  readonly fault: string;
}

const DEGREES = /^-?\d{1,3}(\.\d{1,12})?$/;
const CREDIT_CODE = /^[0-9A-HJ-NP-RTUW-Y]{18}$/;

/** The form as a request. @returns the fault where something cannot be read */
export function wantedOf(draft: WantedDraft): WantedChange | DraftFault {
  const { what, datum, services, kinds, since } = draft;
  const name = draft.name.trim();
  switch (what) {
    case "name":
      return name === "" ? { fault: "新名称不能空着" } : { what, name };
    case "position": {
      const [latitude, longitude] = [draft.latitude.trim(), draft.longitude.trim()];
      if (!DEGREES.test(latitude) || !DEGREES.test(longitude)) return { fault: "数字写成 35.30200 这样" };
      return { what, datum, latitude: Number(latitude), longitude: Number(longitude) };
    }
    case "services":
      return services.length === 0 ? { fault: "至少选一项服务" } : { what, services: [...services] };
    case "kinds":
      return kinds.length === 0 ? { fault: "至少选一类" } : { what, kinds: [...kinds] };
    case "operator": {
      const day = since.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
      const creditCode = draft.creditCode.trim().toUpperCase();
      if (name === "") return { fault: "单位名称不能空着" };
      if (!isRealDay(day)) return { fault: "从哪天起，写八位数字，比如 20261201" };
      if (creditCode !== "" && !CREDIT_CODE.test(creditCode)) return { fault: "统一社会信用代码是 18 位" };
      return { what, name, since: day, ...(creditCode === "" ? {} : { creditCode }) };
    }
  }
}
