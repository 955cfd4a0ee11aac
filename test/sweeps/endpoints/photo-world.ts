import { randomUUID } from "node:crypto";
import { PHOTOS_AT_MOST } from "@shared/domains/care-point-photos/photo-shapes";
import { addPhoto } from "@server/domains/care-point-photos/add-photo";
import { PhotoModel, placeOfCarePoint, type PhotoPlace } from "@server/domains/care-point-photos/photo.model";
import { ramp } from "@test/support/hostile-pictures";
import type { Examples, SentFile } from "./example-shapes";
import { OFFICE, type World } from "./world";

const CAPTION = { caption: "门口有坡道" };
let made = 0;
/** A picture that no other is like. */
const picture = () =>
  ramp(100 + (made += 1), 100)
    .jpeg()
    .toBuffer();
const sent = async (bytes?: Buffer): Promise<SentFile> => ({
  name: "a.jpg",
  type: "image/jpeg",
  bytes: bytes ?? (await picture()),
});

const survey = { regionId: OFFICE, mealPointId: "a-point" };
const surveyPlace: PhotoPlace = { subject: { type: "meal-point", id: survey.mealPointId }, ownerId: OFFICE };

/** Worlds live long and records hold nine: the last of its places is free again. */
const makeRoom = ({ ownerId, subject }: PhotoPlace) =>
  PhotoModel.deleteMany({ ownerId, "subject.id": subject.id, slot: PHOTOS_AT_MOST - 1 });

/** A picture that is there; its id. */
async function added({ app, managerId }: World, place: PhotoPlace, bytes?: Buffer): Promise<string> {
  await makeRoom(place);
  const adding = { ...place, ...CAPTION, actorId: managerId, key: randomUUID(), bytes: bytes ?? (await picture()) };
  return (await addPhoto(app.deps, { ...adding, act: "care-point-photos.add-photo" }))._id;
}

export const photoExamples: Examples["care-point-photos"] = {
  listPhotos: async (world) => {
    await added(world, placeOfCarePoint(world.carePointId));
    return { params: { carePointId: world.carePointId } };
  },
  addPhoto: async ({ carePointId }) => {
    await makeRoom(placeOfCarePoint(carePointId));
    return { as: "manager", key: randomUUID(), params: { carePointId }, body: CAPTION, file: await sent() };
  },
  orderPhotos: async (world) => {
    const { body } = await world.app.request.get(`/api/care-points/${world.carePointId}/photos`);
    const photoIds = (body.data.photos as { id: string }[]).map(({ id }) => id).reverse();
    return { as: "manager", params: { carePointId: world.carePointId }, body: { photoIds } };
  },
  removePhoto: async (world) => {
    const { carePointId } = world;
    const photoId = await added(world, placeOfCarePoint(carePointId));
    return { as: "manager", params: { carePointId }, body: { photoId } };
  },
};

export const surveyPhotoExamples: Examples["survey-photos"] = {
  listSurveyPhotos: async (world) => {
    await added(world, surveyPlace);
    return { as: "officer", params: survey };
  },
  addSurveyPhoto: async () => {
    await makeRoom(surveyPlace);
    return { as: "officer", key: randomUUID(), params: survey, body: CAPTION, file: await sent() };
  },
  removeSurveyPhoto: async (world) => ({
    as: "officer",
    params: survey,
    body: { photoId: await added(world, surveyPlace) },
  }),
};

/** The three ways in which a picture is not taken, at a record and for who may add to it. */
const refusals = <P>({ who, params, placeIn }: Refusing<P>) => {
  const request = async (world: World, bytes?: Buffer) =>
    ({ as: who, key: randomUUID(), params: params(world), body: CAPTION, file: await sent(bytes) }) as const;
  return {
    photo_refused: { provoke: (world: World) => request(world, Buffer.from("%PDF-1.7")) },
    photo_known: {
      provoke: async (world: World) => {
        const bytes = await picture();
        await added(world, placeIn(world), bytes);
        return request(world, bytes);
      },
    },
    photos_full: {
      provoke: async (world: World) => {
        for (let count = 0; count < PHOTOS_AT_MOST; count += 1) await added(world, placeIn(world));
        return request(world);
      },
    },
  };
};

interface Refusing<P> {
  readonly who: "manager" | "officer";
  readonly params: (world: World) => P;
  readonly placeIn: (world: World) => PhotoPlace;
}

export const photoRecipes = {
  addPhoto: refusals({
    who: "manager",
    params: ({ carePointId }) => ({ carePointId }),
    placeIn: ({ carePointId }) => placeOfCarePoint(carePointId),
  }),
};

export const surveyPhotoRecipes = {
  addSurveyPhoto: refusals({ who: "officer", params: () => survey, placeIn: () => surveyPlace }),
};
