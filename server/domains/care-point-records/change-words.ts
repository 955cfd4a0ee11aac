import { careServiceWords, facilityKindWords } from "@shared/core/network";
import type { ChangeKind, WantedChange } from "@shared/domains/care-point-records/record-changes.contract";
import { datumWords } from "@shared/core/datum";
import { longDate } from "@server/core/calendar";
import { toPosition, type Position } from "@server/core/geo-point";
import { metresBetween, type CarePointDocument } from "@server/domains/care-points/index";
import { wantedPosition } from "./wanted-facts";

const NOTHING = "没有写";
const placeWords = ({ latitude, longitude }: Position) =>
  `北纬 ${latitude.toFixed(5)} 度，东经 ${longitude.toFixed(5)} 度`;
const operatorWords = ({ name, since }: { readonly name: string; readonly since: string }) =>
  `${name}（${longDate(since)}起）`;

/** What an entry says of a thing now. */
export function standingWords(what: ChangeKind, now: CarePointDocument): string {
  switch (what) {
    case "name":
      return now.name;
    case "position":
      return placeWords(toPosition(now.position));
    case "services":
      return now.services.map((service) => careServiceWords[service]).join("、") || NOTHING;
    case "kinds":
      return now.kinds.map((kind) => facilityKindWords[kind]).join("、") || NOTHING;
    case "operator":
      return now.operator ? operatorWords(now.operator) : NOTHING;
  }
}

/** What somebody wishes it said, and for a place how far that is from where it stands now. */
export function wantedWords(wanted: WantedChange, now: CarePointDocument): string {
  switch (wanted.what) {
    case "name":
      return wanted.name;
    case "position": {
      const position = wantedPosition(wanted);
      const metres = Math.round(metresBetween(toPosition(now.position), position));
      return `${placeWords(position)}，离现在的位置 ${metres} 米，数字取自${datumWords[wanted.datum]}`;
    }
    case "services":
      return wanted.services.map((service) => careServiceWords[service]).join("、");
    case "kinds":
      return wanted.kinds.map((kind) => facilityKindWords[kind]).join("、");
    case "operator":
      return operatorWords(wanted);
  }
}
