import type { Contract, Download, DownloadInput } from "@shared/core/endpoint";
import type { CsvRow } from "../csv";
import type { Actor, Decision } from "../policy";

interface DownloadContext {
  readonly actor: Actor;
  /** Takes the policy's decision; throws on a refusal. Without one nothing is sent. */
  readonly authorize: (decision: Decision) => void;
}

/** What a download is made of: its rows are read while it is sent, the first one's keys are its head. */
export interface DownloadFile {
  /** With its ending; for people. */
  readonly fileName: string;
  readonly rows: AsyncIterable<CsvRow> | Iterable<CsvRow>;
}

/** One maker per download of a contract, by the same name. */
export type Downloads<C extends Contract> = {
  readonly [K in keyof C["downloads"]]: C["downloads"][K] extends Download
    ? (request: DownloadInput<C["downloads"][K]> & DownloadContext) => Promise<DownloadFile>
    : never;
};
