import { createClient } from "@shared/core/endpoint";
import { carePointPhotosContract } from "@shared/domains/care-point-photos/care-point-photos.contract";
import { surveyPhotosContract } from "@shared/domains/care-point-photos/survey-photos.contract";
import { send } from "@miniapp/core/http";

export const carePointPhotosApi = createClient(carePointPhotosContract, send);
export const surveyPhotosApi = createClient(surveyPhotosContract, send);
