import { useMutation } from "@tanstack/react-query";
import { forgetServerState } from "@miniapp/core/query-client";
import { useSession } from "@miniapp/core/session";
import { switchTab } from "@miniapp/core/tabs";
import { stayOut } from "@miniapp/core/wechat-session";
import { myDataApi } from "./my-data.api";

/** Leaves for good; here, too, nothing stays. */
export const useDeleteAccount = () =>
  useMutation({
    mutationFn: () => myDataApi.deleteAccount({ body: { isCertain: true } }),
    onSuccess: () => {
      stayOut();
      useSession.getState().end();
      forgetServerState();
      switchTab("home");
    },
  });
