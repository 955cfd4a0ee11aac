import { useMutation } from "@tanstack/react-query";
import { forgetServerState } from "@miniapp/core/query-client";
import { useSession } from "@miniapp/core/session";
import { stayOut } from "@miniapp/core/wechat-session";
import { switchTab } from "@miniapp/core/tabs";
import { accountsApi } from "./accounts.api";

/** Ends the session here and on the server; here also when the server cannot be reached. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => accountsApi.signOut(),
    onSettled: () => {
      stayOut();
      useSession.getState().end();
      forgetServerState();
      switchTab("home");
    },
  });
