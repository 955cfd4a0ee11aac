import type { Fault } from "./fault";

const IMPORTS = "test/domains/care-point-imports/imports.api.test.ts";
const HOSTILE = "test/domains/care-point-imports/hostile-files.rules.test.ts";
const MERGES = "test/domains/care-point-imports/merges.api.test.ts";
const RESUME = "test/domains/care-point-imports/resume-import.api.test.ts";

/** Faults in lists that an office brings in, and in what two people make one of. */
export const importFaults: readonly Fault[] = [
  {
    id: "a zip is believed what its directory says",
    file: "server/domains/care-point-imports/reading/zip-directory.ts",
    find: "  for (const entry of entries) keepPromise(bytes, entry);\n",
    replace: "",
    mustFail: { file: HOSTILE, test: "a zip bomb that lies about its size" },
  },
  {
    id: "a chain's code makes one place of all of them",
    file: "server/domains/care-point-imports/match-places.ts",
    find: "codesInFile.get(creditCode) !== 1",
    replace: "codesInFile.get(creditCode) === 0",
    mustFail: { file: IMPORTS, test: "then the credit code, where one entry and one row have it" },
  },
  {
    id: "a row applied again is another entry",
    file: "server/domains/care-point-imports/apply-rows.ts",
    find: "const id = stableId(batch._id, String(row.row));\n",
    replace: "const id = stableId(batch._id, String(row.row), String(performance.now()));\n",
    mustFail: { file: RESUME, test: "killed between an entry and its mark, again and again, each row is applied once" },
  },
  {
    id: "one person merges alone",
    file: "server/domains/care-point-imports/answer-merge.ts",
    find: 'if (isYes && isOwn) throw new AppError("merge_own_proposal");',
    replace: "",
    mustFail: { file: MERGES, test: "whoever proposed it cannot agree, not even twice at once beside the other" },
  },
];
