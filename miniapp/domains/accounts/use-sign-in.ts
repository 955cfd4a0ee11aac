import { useMutation } from "@tanstack/react-query";
import Taro from "@tarojs/taro";
import type { SignedIn } from "@shared/domains/accounts/accounts.contract";
import { goBack, replaceWith } from "@miniapp/core/navigate";
import { forgetServerState, queryClient } from "@miniapp/core/query-client";
import { useSession } from "@miniapp/core/session";
import { comeBack } from "@miniapp/core/wechat-session";
import { useSettings } from "@miniapp/core/settings";
import { accountsApi } from "./accounts.api";
import { toOnboarding } from "./routes";
import { staffApi } from "./staff.api";
import { meKey } from "./use-me";

/** Begins the session on this phone. */
export function beginSession({ token, me }: SignedIn): void {
  forgetServerState();
  useSession.getState().start({ token, personId: me.id });
  if (me.community) useSettings.getState().setCommunity(me.community);
  queryClient.setQueryData(meKey, me);
}

/** Begins the session and goes on: to the three questions of a new person, or back to where one was. */
function enter(signedIn: SignedIn): void {
  comeBack();
  beginSession(signedIn);
  if (signedIn.me.needsOnboarding) replaceWith(toOnboarding());
  else goBack();
}

export const useSignInWithCode = () =>
  useMutation({ mutationFn: (code: string) => accountsApi.signInWithCode({ body: { code } }), onSuccess: enter });

export const useSignInAsStaff = () =>
  useMutation({
    mutationFn: (body: { name: string; password: string }) => accountsApi.signInAsStaff({ body }),
    onSuccess: enter,
  });

export const useAcceptStaffInvitation = () =>
  useMutation({
    mutationFn: (body: { loginName: string; code: string; password: string }) =>
      staffApi.acceptStaffInvitation({ body }),
    onSuccess: enter,
  });

/** Every session ends, this one is begun anew. */
export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: { current: string; next: string }) => staffApi.changePassword({ body }),
    onSuccess: enter,
  });

export const useSignInAsDemoPerson = () =>
  useMutation({
    mutationFn: (personId: string) => accountsApi.signInAsDemoPerson({ body: { personId } }),
    onSuccess: enter,
  });

/** WeChat's silent log-in: its single-use code goes to our server, nothing else. */
export const useSignInWithWechat = () =>
  useMutation({
    mutationFn: async () => {
      const { code } = await Taro.login();
      return accountsApi.signInWithWechat({ body: { code } });
    },
    onSuccess: enter,
  });
