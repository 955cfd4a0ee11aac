import { useMutation } from "@tanstack/react-query";
import { queryClient } from "@miniapp/core/query-client";
import { familyApi } from "./family.api";
import { bondsKey } from "./use-bonds";

/** Ends a bond at once; repeating it changes nothing. */
export const useWithdrawBond = () =>
  useMutation({
    mutationFn: (bondId: string) => familyApi.withdrawBond({ params: { bondId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: bondsKey }),
  });
