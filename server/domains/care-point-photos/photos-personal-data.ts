import { businessDay } from "@shared/core/dates";
import { shortDate } from "@server/core/calendar";
import { trusted } from "@server/core/db/trusted";
import type { Erasure, PersonalData } from "@server/core/personal-data";
import { PHOTOS, PhotoModel } from "./photo.model";
import { findPhotosAddedBy } from "./photos.queries";

/** What this domain keeps about people: who added a picture. The picture is the place's and stays without her. */
export const createPhotosPersonalData = (): PersonalData => ({
  collections: [PHOTOS],
  exportOf: async (personId) => {
    const photos = await findPhotosAddedBy(personId);
    if (photos.length === 0) return [];
    const told = photos.map(({ caption, addedAt }) => ({ caption, addedOn: businessDay(addedAt.getTime()) }));
    const rows = told.map(({ caption, addedOn }) => ({ label: shortDate(addedOn), text: caption }));
    return [{ title: "我传的照片", rows, json: told }];
  },
  erase: async ({ personId }): Promise<Erasure> => {
    await PhotoModel.updateMany(
      { addedBy: personId, "outbox.id": trusted({ $exists: false }) },
      { $set: { addedBy: null } },
    );
    return (await PhotoModel.exists({ addedBy: personId })) ? "waiting" : "gone";
  },
  merge: async ({ from, to }): Promise<Erasure> => {
    await PhotoModel.updateMany({ addedBy: from }, { $set: { addedBy: to } });
    return "gone";
  },
});
