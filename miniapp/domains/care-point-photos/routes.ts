import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const workbench = "domains/care-point-photos/workbench";

export const carePointPhotosRoutes: readonly PageRoutes[] = [{ root: workbench, pages: ["photos/index"] }];

interface Place {
  readonly carePointId: string;
  readonly carePointName: string;
  /** Of the care point; somebody of its office is none. */
  readonly isManager: boolean;
}

/** For whoever keeps an entry's pictures: its manager, its office. */
export const toPhotos = ({ carePointId, carePointName, isManager }: Place): string =>
  addressOf(`${workbench}/photos/index`, { carePointId, carePointName, isManager: isManager ? "yes" : undefined });
