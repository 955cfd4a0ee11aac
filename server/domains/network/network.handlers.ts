import type { networkContract } from "@shared/domains/network/network.contract";
import { today, type Clock } from "@server/core/clock";
import type { Handlers } from "@server/core/http/handlers";
import { listGapsOf } from "./list-gaps";
import { loadNetwork } from "./load-network";
import { presentNetwork } from "./network.presenter";

export const createNetworkHandlers = ({ clock }: { clock: Clock }): Handlers<typeof networkContract> => ({
  getNetwork: async ({ query: { regionId } }) => presentNetwork(await loadNetwork({ regionId, today: today(clock) })),

  listGaps: async ({ query: { regionId, requirement, cursor } }) =>
    listGapsOf(await loadNetwork({ regionId, today: today(clock) }), { key: requirement, cursor }),
});
