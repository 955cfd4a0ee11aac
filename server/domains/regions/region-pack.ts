import type * as z from "zod/mini";
import { CircleFile, Pace, type Circle } from "./pack/circle";
import { Freshness } from "./pack/freshness";
import { Network } from "./pack/network";
import { Offices } from "./pack/offices";
import { Calendar, City, Regions } from "./pack/places";
import { Targets } from "./pack/targets";

/** The files of `config/regions/<city>/` and what each must hold; a file that is not named here is a fault. */
export const packFiles = {
  "city.json": City,
  "regions.json": Regions,
  "targets.json": Targets,
  "network.json": Network,
  "circle.json": CircleFile,
  "freshness.json": Freshness,
  "offices.json": Offices,
  "pace.json": Pace,
  "calendar.json": Calendar,
} as const;

export type PackFile = keyof typeof packFiles;
export type PackContents = { readonly [F in PackFile]: z.infer<(typeof packFiles)[F]> };

/** One city's own data: everything about it that is not code. */
export interface RegionPack {
  readonly city: PackContents["city.json"];
  readonly regions: PackContents["regions.json"]["regions"];
  readonly targets: PackContents["targets.json"]["targets"];
  readonly requirements: PackContents["network.json"]["requirements"];
  /** The papers that targets and requirements name by their labels. */
  readonly papers: PackContents["network.json"]["sources"];
  readonly circle: Circle;
  readonly freshness: Freshness;
  readonly offices: Offices;
  readonly pace: Pace;
  readonly calendar: PackContents["calendar.json"];
}

export const assemblePack = (files: PackContents): RegionPack => ({
  city: files["city.json"],
  regions: files["regions.json"].regions,
  targets: files["targets.json"].targets,
  requirements: files["network.json"].requirements,
  papers: [...files["network.json"].sources, ...files["targets.json"].sources],
  circle: files["circle.json"].circle,
  freshness: files["freshness.json"],
  offices: files["offices.json"],
  pace: files["pace.json"],
  calendar: files["calendar.json"],
});
