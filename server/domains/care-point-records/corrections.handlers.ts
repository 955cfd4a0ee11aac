import type { correctionsContract } from "@shared/domains/care-point-records/corrections.contract";
import { notFound } from "@server/core/app-error";
import { recordRead } from "@server/core/audit/record-read";
import { dateLabel } from "@server/core/calendar";
import { today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findCarePointLabels, findStandingLabel } from "@server/domains/care-points/index";
import { answeringRole, correctionsPolicy as policy } from "./corrections.policy";
import { presentCorrection, presentOfficeCorrection } from "./corrections.presenter";
import { findCorrection, findEscalated, findUnanswered } from "./corrections.queries";
import { reportCorrection } from "./report-correction";
import { settleCorrection } from "./settle-correction";

export const createCorrectionsHandlers = (deps: Deps): Handlers<typeof correctionsContract> => ({
  reportCorrection: async ({ actor, callerAddress, key, body }) => {
    const { what, sentence } = body;
    const place = await findStandingLabel(body.carePointId);
    if (!place) throw notFound();
    await deps.limits.consume("report", actor?.id ?? callerAddress);
    const reporterId = actor?.id ?? null;
    const { dueOn } = await reportCorrection(deps, { carePointId: place.id, what, sentence, reporterId, key });
    return {
      answeredBy: place.name,
      phone: place.phone,
      answerUntil: dueOn,
      answerLabel: dateLabel(dueOn),
      isToldInInbox: reporterId !== null,
    };
  },

  listOwnCorrections: async ({ actor, authorize, query: { carePointId } }) => {
    authorize(policy.listOwnCorrections(actor, { carePointId }));
    await recordRead({
      act: "corrections.list-own-corrections",
      actorId: actor.id,
      subject: { type: "care-point", id: carePointId },
      carePointId,
      now: deps.clock.now(),
    });
    const { sealer, clock } = deps;
    const rows = await findUnanswered(carePointId);
    return { corrections: rows.map((row) => presentCorrection(row, { sealer, today: today(clock) })) };
  },

  listOfficeCorrections: async ({ actor, authorize, query: { regionId } }) => {
    authorize(policy.listOfficeCorrections(actor, { regionId }));
    const subject = { type: "region", id: regionId };
    const { sealer, clock } = deps;
    await recordRead({ act: "corrections.list-office-corrections", actorId: actor.id, subject, now: clock.now() });
    const rows = await findEscalated(regionId);
    const places = await findCarePointLabels(rows.map(({ carePointId }) => carePointId));
    return {
      corrections: rows.map((row) =>
        presentOfficeCorrection(row, { sealer, today: today(clock), place: places.get(row.carePointId) }),
      ),
    };
  },

  settleCorrection: async ({ actor, authorize, key, params: { correctionId }, body: { answer, words } }) => {
    const correction = await findCorrection(correctionId);
    authorize(policy.settleCorrection(actor, correction));
    if (!correction) throw notFound();
    const role = answeringRole(actor, correction);
    await settleCorrection(deps, { correction, answer, role, words, actorId: actor.id, key });
    return { correctionId, answer };
  },
});
