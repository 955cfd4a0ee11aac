import { useMutation } from "@tanstack/react-query";
import { queryClient } from "@miniapp/core/query-client";
import { familyApi } from "./family.api";
import { bondsKey } from "./use-bonds";

/** Takes up an invitation; sent again after a lost reply it shows the bond that it made. */
export const useAcceptInvitation = () =>
  useMutation({
    mutationFn: (body: { code: string; birthDate: string }) => familyApi.acceptInvitation({ body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bondsKey }),
  });
