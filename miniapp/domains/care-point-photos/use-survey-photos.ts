import { useMutation, useQuery } from "@tanstack/react-query";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { surveyPhotosApi } from "./photos.api";
import { FRESH_MS, lookAgain, photosKey, type NewPhoto } from "./use-photos";

/** A survey of an office. */
export interface Surveyed {
  readonly regionId: string;
  readonly mealPointId: string;
}

/**
 * Not kept for offline: nobody but the office sees them.
 * @param isAsked not before the page says what it is opened for
 */
export const useSurveyPhotos = (params: Surveyed, isAsked: boolean) =>
  useQuery({
    enabled: isAsked,
    queryKey: [...photosKey, "survey", params.mealPointId],
    queryFn: () => surveyPhotosApi.listSurveyPhotos({ params }),
    staleTime: FRESH_MS,
    gcTime: 0,
  });

export function useAddSurveyPhoto(params: Surveyed) {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: ({ picture: { id, file }, caption }: NewPhoto) =>
      withKey([params, id, caption], (key) => surveyPhotosApi.addSurveyPhoto({ params, body: { caption }, file, key })),
    ...lookAgain,
  });
}

export const useRemoveSurveyPhoto = (params: Surveyed) =>
  useMutation({
    mutationFn: (photoId: string) => surveyPhotosApi.removeSurveyPhoto({ params, body: { photoId } }),
    ...lookAgain,
  });
