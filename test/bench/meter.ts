import mongoose from "mongoose";

/** What a measured process says about itself on the channel that only its parent has. */
export interface Meter {
  /** User and system time since it started, microseconds. */
  readonly cpuMicros: number;
  /** Resident memory, bytes. */
  readonly rss: number;
  /** Commands sent to the database; counted only where the connection string asks for `monitorCommands`. */
  readonly commands: number;
}

/** Loaded before a measured program (`--import`), so that the program itself is the one that people run. */
let commands = 0;
mongoose.connection.on("connected", () => {
  mongoose.connection.getClient().on("commandStarted", () => (commands += 1));
});
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMicros: user + system, rss: process.memoryUsage.rss(), commands } satisfies Meter);
});
