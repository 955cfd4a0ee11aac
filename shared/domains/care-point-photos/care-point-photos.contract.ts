import * as z from "zod/mini";
import { defineContract } from "@shared/core/endpoint";
import { Id } from "@shared/core/primitives";
import {
  Photo,
  PhotoCaption,
  photoErrorCodes,
  photoErrors,
  PhotoList,
  PHOTOS_AT_MOST,
  photoUpload,
} from "./photo-shapes";

const params = z.strictObject({ carePointId: Id });

/**
 * 照片 of a care point: what one sees before one goes there. Its manager and the district's office add them; everybody
 * sees them at once, for staff who answer for the place made them.
 */
export const carePointPhotosContract = defineContract({
  name: "care-point-photos",
  errors: photoErrors,
  endpoints: {
    listPhotos: {
      method: "GET",
      path: "/care-points/:carePointId/photos",
      summary: "The pictures of a care point in their order",
      access: "public",
      params,
      response: PhotoList,
    },
    addPhoto: {
      method: "POST",
      path: "/care-points/:carePointId/photos",
      summary: "Add a picture behind the others",
      access: "signed-in",
      keyed: true,
      params,
      upload: photoUpload,
      body: PhotoCaption,
      response: Photo,
      errors: photoErrorCodes,
    },
    orderPhotos: {
      method: "POST",
      path: "/care-points/:carePointId/photo-orders",
      summary: "Say in which order the pictures come; each of them once",
      access: "signed-in",
      params,
      body: z.strictObject({ photoIds: z.array(Id).check(z.maxLength(PHOTOS_AT_MOST)) }),
      response: PhotoList,
    },
    removePhoto: {
      method: "POST",
      path: "/care-points/:carePointId/photo-removals",
      summary: "Take a picture away for good; what is away already is fine",
      access: "signed-in",
      params,
      body: z.strictObject({ photoId: Id }),
      response: PhotoList,
    },
  },
});
