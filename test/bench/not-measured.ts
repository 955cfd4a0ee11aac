interface Run {
  readonly withPeers: boolean;
  /** Whether both builds are those of the sources. */
  readonly hasBuilds: boolean;
}

/** Ids of performance.md that a run leaves out, each with the reason: no gap is silent. */
export const notMeasured = ({ withPeers, hasBuilds }: Run): readonly string[] => [
  ...(hasBuilds
    ? []
    : ["P-F1, P-F2, P-F7, P-F9: the builds in `dist/` are older than their sources (`--quick` builds nothing)"]),
  ...(withPeers ? [] : ["P-B7, ours beside Koa, Express and NestJS: only with `--peers`"]),
  "P-B6 and the rating of P-B7: there are no ratings yet",
  "P-B7 beside FeathersJS and Parse Server: they have no folder in `peers/` yet",
  "P-B11: there is no export of bookings yet",
  "P-F3 to P-F6, P-F8: counts, held by `npm test` (`test/sweeps/weapp`, `test/journeys`)",
  "P-F10, P-F11: not part of this command yet",
];
