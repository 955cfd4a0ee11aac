import type { Job } from "@server/core/jobs/job";
import { sendMessages } from "./send-messages";

const EVERY_SECONDS = 5;

export const noticesJobs: readonly Job[] = [
  { name: "notices.send-messages", every: { seconds: EVERY_SECONDS }, run: sendMessages },
];
