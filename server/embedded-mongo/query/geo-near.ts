import { EngineError, unsupported } from "../errors";
import type { Collection } from "../store/catalog";
import { readPoint } from "../store/geo-cells";
import type { Document } from "../values/decode";
import { isDocument, isNumeric, toNumber } from "../values/order";
import { splitPath, valueAtPath, type OrderedField } from "../values/paths";
import type { Match } from "./execute";
import { readDistance } from "./match-geo";
import type { Plan } from "./plan";
import { setComputed } from "./project";

/** A `$geoNear` stage. */
export interface GeoNear {
  query: Document;
  /** Whether rows in the order of their distance are in the order of this field. */
  isOrderedBy: (field: OrderedField | undefined) => boolean;
  plan: (collection: Collection) => Plan;
  /** The document with its distance. */
  shape: (match: Match) => Document;
}

const options = new Set([
  "near",
  "distanceField",
  "spherical",
  "maxDistance",
  "minDistance",
  "query",
  "key",
  "distanceMultiplier",
  "includeLocs",
]);

function geoIndex(collection: Collection, key: unknown): Collection["indexes"][number] {
  const indexes = collection.indexes.filter(
    (index) => index.isGeo && (key === undefined || index.fields[0]?.path === key),
  );
  const [only] = indexes;
  if (only === undefined) throw new EngineError(27, "$geoNear requires a 2d or 2dsphere index, but none were found");
  if (indexes.length > 1) throw new EngineError(27, "There is more than one 2dsphere index: $geoNear needs 'key'");
  return only;
}

/** Reads the stage. Only the spherical form around a GeoJSON point is supported; distances are metres. */
export function readGeoNear(operand: unknown): GeoNear {
  if (!isDocument(operand)) throw new EngineError(10065, "$geoNear needs an object");
  const strange = Object.keys(operand).find((name) => !options.has(name));
  if (strange !== undefined) throw unsupported(`the option '${strange}' of $geoNear`);
  const center = readPoint(operand["near"]);
  if (center === undefined) throw new EngineError(5860401, "$geoNear requires a 'near' option as a point");
  if (Array.isArray(operand["near"])) throw unsupported("$geoNear around flat coordinates");
  const { distanceField, includeLocs, key } = operand;
  if (typeof distanceField !== "string")
    throw new EngineError(16605, "$geoNear requires a 'distanceField' option as a String");
  const multiplier = isNumeric(operand["distanceMultiplier"]) ? toNumber(operand["distanceMultiplier"]) : 1;
  const near = {
    center,
    minDistance: readDistance("minDistance", operand["minDistance"], 0),
    maxDistance: readDistance("maxDistance", operand["maxDistance"], Infinity),
  };
  let path: readonly string[] = [];
  return {
    query: isDocument(operand["query"]) ? operand["query"] : {},
    isOrderedBy: (field) => field?.path === distanceField && field.direction === 1 && multiplier > 0,
    plan: (collection) => {
      const index = geoIndex(collection, key);
      path = index.fields[0]?.parts ?? [];
      return { kind: "near", index, near, sorted: true };
    },
    shape: (match) => {
      const document = { ...match.document };
      setComputed(document, splitPath(distanceField), (match.distance ?? 0) * multiplier);
      if (typeof includeLocs === "string")
        setComputed(document, splitPath(includeLocs), valueAtPath(match.document, path));
      return document;
    },
  };
}
