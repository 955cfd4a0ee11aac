import type { CareService } from "@shared/core/network";
import type { Pace } from "./pack/circle";

/** Who walks to a service: somebody with a pram to those of the pack's list, an elder to all others. */
export const walkerTo = ({ service, pace }: { service: CareService; pace: Pace }): "elder" | "pram" =>
  pace.pramServices.includes(service) ? "pram" : "elder";

/** How fast one walks to a service, metres a second. The way itself is longer than the straight line: `detourFactor`. */
export const speedTo = (way: { readonly service: CareService; readonly pace: Pace }): number =>
  walkerTo(way) === "pram" ? way.pace.pramMetresPerSecond : way.pace.elderMetresPerSecond;
