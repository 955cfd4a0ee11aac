import { encodePicture } from "@server/core/files/encode-picture";
import { sentPictures } from "./hostile-pictures";

/** A process that takes every file of the table three times over, and says how its memory grew by it, in MB. */
const MB = 1_000_000;
const TIMES = 3;

const sent = await sentPictures();
const before = process.memoryUsage().rss;
let peak = before;
for (let time = 0; time < TIMES; time += 1) {
  for (const { bytes } of sent) {
    await encodePicture(bytes);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
}
const [beforeMb, peakMb] = [before, peak].map((bytes) => Math.round(bytes / MB));
process.stdout.write(JSON.stringify({ files: sent.length * TIMES, beforeMb, peakMb }));
