import type { Deps } from "@server/core/deps";
import type { Job } from "@server/core/jobs/job";
import { photoFiles, PhotoModel } from "./photo.model";
import { findUntidy } from "./photos.queries";

/** Whoever writes a picture's files for longer than this has died, minutes; a request lasts half a minute. */
const WRITING_MINUTES = 5;
const BATCH = 200;

/**
 * Removes what belongs to no picture that is shown: files of a writer that died, and what was taken away, once the audit
 * has it. Run twice it finds nothing more to do.
 */
export async function tidyPhotos({ clock }: Pick<Deps, "clock">): Promise<void> {
  const now = new Date(clock.now());
  const died = await findUntidy({
    state: "storing",
    before: new Date(now.getTime() - WRITING_MINUTES * 60_000),
    limit: BATCH,
  });
  const removed = await findUntidy({ state: "removed", before: now, limit: BATCH });
  for (const { _id, state, files, outbox = [] } of [...died, ...removed]) {
    await photoFiles.remove(Object.values(files));
    if (outbox.length === 0) await PhotoModel.deleteOne({ _id, state });
  }
}

export const photosJobs: readonly Job[] = [
  { name: "care-point-photos.tidy", every: { seconds: 300 }, run: tidyPhotos },
];
