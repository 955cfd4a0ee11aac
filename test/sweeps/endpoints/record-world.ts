import { randomUUID } from "node:crypto";
import { createClient } from "@shared/core/endpoint";
import {
  carePointRecordsContract,
  type OwnRecord,
  type RecordEdit,
} from "@shared/domains/care-point-records/care-point-records.contract";
import { CarePointModel } from "@server/domains/care-points/care-point.model";
import { reportCorrection } from "@server/domains/care-point-records/report-correction";
import type { World } from "./world";

/** The world's entry as its manager sees it. */
export async function recordOf(world: World): Promise<OwnRecord> {
  const { app, carePointId } = world;
  const manager = await world.token("manager");
  const client = createClient(carePointRecordsContract, async ({ path }) => {
    const { body } = await app.request.get(`/api${path}`).set("Authorization", `Bearer ${manager}`);
    return body.data as unknown;
  });
  return client.getOwnRecord({ params: { carePointId } });
}

/** An entry with nothing changed. */
export function editOf(record: OwnRecord): RecordEdit {
  const { carePointId, version, phone, address, offerings, accessibility, accepts } = record;
  return { carePointId, version, phone, address, offerings, accessibility, accepts };
}

/** A fresh correction that the elder, or somebody else, reported. */
export async function reported(
  { app, carePointId, elderId }: Pick<World, "app" | "carePointId" | "elderId">,
  reporterId: string | null = elderId,
): Promise<string> {
  const key = randomUUID();
  const report = { carePointId, what: "hours", sentence: "十二点就关门了", reporterId, key } as const;
  return (await reportCorrection(app.deps, report))._id;
}

/** Somebody else changes the entry. */
export const changedBySomebody = ({ carePointId }: Pick<World, "carePointId">) =>
  CarePointModel.updateOne({ _id: carePointId }, { $inc: { version: 1 } });
