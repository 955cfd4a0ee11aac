import { useMutation, useQuery } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import type { PickedPicture } from "@miniapp/core/pick-picture";
import { queryClient } from "@miniapp/core/query-client";
import { carePointPhotosApi } from "./photos.api";

export const photosKey = ["photos"] as const;
/** Links hold for half an hour at least: older lists are asked for anew. */
export const FRESH_MS = 15 * 60_000;
/** After whatever happened the pictures are looked at again: somebody else may have changed them. */
export const lookAgain = { onSettled: () => queryClient.invalidateQueries({ queryKey: photosKey }) };

/** @param isAsked not before the page says what it is opened for */
export const usePhotos = (carePointId: string, isAsked = true) =>
  useQuery({
    enabled: isAsked,
    queryKey: [...photosKey, carePointId],
    queryFn: () => carePointPhotosApi.listPhotos({ params: { carePointId } }),
    staleTime: FRESH_MS,
  });

export interface NewPhoto {
  readonly picture: PickedPicture;
  readonly caption: string;
}

export function useAddPhoto(carePointId: string) {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ picture: { id, file }, caption }: NewPhoto) =>
      withKey([carePointId, id, caption], (key) =>
        carePointPhotosApi.addPhoto({ params: { carePointId }, body: { caption }, file, key }),
      ),
    ...lookAgain,
  });
}

export const useOrderPhotos = (carePointId: string) =>
  useMutation({
    mutationFn: (photoIds: string[]) => carePointPhotosApi.orderPhotos({ params: { carePointId }, body: { photoIds } }),
    ...lookAgain,
  });

export const useRemovePhoto = (carePointId: string) =>
  useMutation({
    mutationFn: (photoId: string) => carePointPhotosApi.removePhoto({ params: { carePointId }, body: { photoId } }),
    ...lookAgain,
  });
