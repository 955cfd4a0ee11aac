import { randomUUID } from "node:crypto";
import type { Photo } from "@shared/domains/care-point-photos/photo-shapes";
import { createFileStore } from "@server/core/db/file-store";
import { database } from "@server/core/db/connect";
import type { TestApp } from "@test/support/app";
import { buildRecordSite, type Who } from "../care-point-records/record-site";
import { ramp } from "@test/support/hostile-pictures";

export const files = createFileStore("photo_files");

/** A picture that no other is like. */
let made = 0;
export const freshPicture = () =>
  ramp(200 + (made += 1), 150)
    .jpeg()
    .toBuffer();

interface Sending {
  readonly key?: string;
  readonly caption?: string;
  readonly bytes?: Buffer;
  /** Absent: the site's care point. */
  readonly path?: string;
}

/** The record site, with requests about its pictures; there are none of before. */
export async function buildPhotoSite(app: TestApp) {
  for (const name of ["care_point_photos", "photo_files.files", "photo_files.chunks"]) {
    await database().collection(name).deleteMany({});
  }
  const site = await buildRecordSite(app);
  const path = `/care-points/${site.carePointId}`;
  const add = async (who: Who | null, sending: Sending = {}) => {
    const { key = randomUUID(), caption = "门口", bytes = await freshPicture(), path: to = `${path}/photos` } = sending;
    const call = app.request.post(`/api${to}`).set("Idempotency-Key", key);
    if (who) call.set("Authorization", `Bearer ${await app.signInAs(site.people[who])}`);
    return call.field("body", JSON.stringify({ caption })).attach("file", bytes, "a.jpg");
  };
  const added = async (who: Who = "manager", sending?: Sending) => (await add(who, sending)).body.data as Photo;
  const list = async () => (await app.request.get(`/api${path}/photos`)).body.data.photos as Photo[];
  const order = (who: Who, photoIds: readonly string[]) => site.post(who, `${path}/photo-orders`, { photoIds });
  const remove = (who: Who, photoId: string) => site.post(who, `${path}/photo-removals`, { photoId });
  return { ...site, path, add, added, list, order, remove };
}

/** How many files there are, and of how many there are pieces. */
export async function keptFiles() {
  const whole = await database().collection("photo_files.files").countDocuments();
  const pieces = await database().collection("photo_files.chunks").distinct("files_id");
  return { whole, pieces: pieces.length };
}
