import { useMutation } from "@tanstack/react-query";
import { accountsApi } from "./accounts.api";

export const useSendLoginCode = () =>
  useMutation({ mutationFn: (phone: string) => accountsApi.sendLoginCode({ body: { phone } }) });
