import type { claimsContract } from "@shared/domains/care-point-records/claims.contract";
import { notFound } from "@server/core/app-error";
import { recordRead } from "@server/core/audit/record-read";
import { toInstant, today } from "@server/core/clock";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { findContacts, findManagedCarePoints, leaveCarePoint } from "@server/domains/accounts/index";
import { findCarePoint, findCarePointLabels, type CarePointDocument } from "@server/domains/care-points/index";
import { claimCarePoint } from "./claim-care-point";
import { findClaim, findOwnClaim, findWaitingClaims, type ClaimDocument } from "./claim.model";
import { claimsPolicy as policy } from "./claims.policy";
import { presentClaim, presentOwnClaim } from "./claims.presenter";
import { settleClaim } from "./settle-claim";
import { officeNameOf } from "./verifying-office";

export function createClaimsHandlers(deps: Deps): Handlers<typeof claimsContract> {
  const { sealer, clock } = deps;
  const presentOwn = async (carePoint: CarePointDocument, personId: string, claim: ClaimDocument | null) => ({
    carePointName: carePoint.name,
    officeName: await officeNameOf(carePoint),
    isManaged: (await findManagedCarePoints([carePoint._id])).size > 0,
    hasPhone: typeof (await findContacts(deps, [personId])).get(personId)?.phone === "string",
    claim: claim && presentOwnClaim(claim, sealer),
  });
  return {
    getOwnClaim: async ({ actor, authorize, query: { placeId } }) => {
      authorize(policy.getOwnClaim(actor, undefined));
      const carePoint = await findCarePoint(placeId);
      if (!carePoint) throw notFound();
      return presentOwn(carePoint, actor.id, await findOwnClaim(actor.id, placeId));
    },

    claimCarePoint: async ({ actor, authorize, key, body: { placeId, evidence, phone } }) => {
      authorize(policy.claimCarePoint(actor, undefined));
      const carePoint = await findCarePoint(placeId);
      if (!carePoint) throw notFound();
      const claim = await claimCarePoint(deps, { carePoint, evidence, phone, actorId: actor.id, key });
      return presentOwn(carePoint, actor.id, claim);
    },

    listOfficeClaims: async ({ actor, authorize, query: { regionId } }) => {
      authorize(policy.listOfficeClaims(actor, { regionId }));
      const subject = { type: "region", id: regionId };
      await recordRead({ act: "claims.list-office-claims", actorId: actor.id, subject, now: clock.now() });
      const claims = await findWaitingClaims(regionId);
      const places = await findCarePointLabels(claims.map(({ carePointId }) => carePointId));
      const people = await findContacts(
        deps,
        claims.flatMap(({ claimantId }) => claimantId ?? []),
      );
      const present = (claim: ClaimDocument) => {
        const [place, claimant] = [places.get(claim.carePointId), people.get(claim.claimantId ?? "")];
        return presentClaim(claim, { sealer, today: today(clock), place, claimant });
      };
      return { claims: claims.map(present) };
    },

    settleClaim: async ({ actor, authorize, key, params: { claimId }, body: { answer, loginName, words } }) => {
      const claim = await findClaim(claimId);
      authorize(policy.settleClaim(actor, claim));
      if (!claim) throw notFound();
      const invited = await settleClaim(deps, { claim, answer, loginName, words, actorId: actor.id, key });
      const invitation = invited && { ...invited, expiresAt: toInstant(invited.expiresAt.getTime()) };
      return { claimId, answer, invitation };
    },

    leaveCarePoint: async ({ actor, authorize, body: { carePointId } }) => {
      authorize(policy.leaveCarePoint(actor, { carePointId }));
      await leaveCarePoint(deps, { personId: actor.id, carePointId, act: "claims.leave-care-point" });
      return { left: true };
    },
  };
}
