import type { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { notFound } from "@server/core/app-error";
import { recordRead } from "@server/core/audit/record-read";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Downloads } from "@server/core/http/download-source";
import { findRegion } from "@server/domains/regions/index";
import { carePointImportsPolicy as policy } from "./care-point-imports.policy";
import { exportFacilities } from "./export-facilities";
import { findImport } from "./imports.queries";
import { resultSheet } from "./result-sheet";

export const createCarePointImportsDownloads = ({
  clock,
  limits,
}: Pick<Deps, "clock" | "limits">): Downloads<typeof carePointImportsContract> => ({
  importRows: async ({ actor, authorize, params: { importId }, query: { only } }) => {
    const batch = await findImport(importId);
    authorize(policy.getImport(actor, batch));
    const isBadOnly = only === "bad";
    return { fileName: isBadOnly ? "要改的行.csv" : "导入结果.csv", rows: resultSheet({ importId, isBadOnly }) };
  },

  facilities: async ({ actor, authorize, query: { regionId } }) => {
    authorize(policy.listImports(actor, { regionId }));
    const office = await findRegion(regionId);
    if (!office) throw notFound();
    await limits.consume("export", actor.id);
    await recordRead({
      act: "care-point-imports.facilities",
      actorId: actor.id,
      subject: { type: "region", id: regionId },
      now: clock.now(),
    });
    const day = today(clock);
    return { fileName: `${office.name}点位-${day}.csv`, rows: exportFacilities({ office, today: day }) };
  },
});
