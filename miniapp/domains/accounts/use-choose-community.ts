import { useMutation } from "@tanstack/react-query";
import { queryClient } from "@miniapp/core/query-client";
import { accountsApi } from "./accounts.api";
import { meKey } from "./use-me";

export const useChooseCommunity = () =>
  useMutation({
    mutationFn: (communityId: string) => accountsApi.chooseCommunity({ body: { communityId } }),
    onSuccess: async (me) => {
      queryClient.setQueryData(meKey, me);
      await queryClient.invalidateQueries({ queryKey: ["meals"] });
    },
  });
