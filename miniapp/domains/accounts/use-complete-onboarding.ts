import { useMutation } from "@tanstack/react-query";
import { switchTab } from "@miniapp/core/tabs";
import { forgetDraft } from "@miniapp/core/drafts";
import { queryClient } from "@miniapp/core/query-client";
import { accountsApi } from "./accounts.api";
import { meKey } from "./use-me";

/** Under which name the draft of the answers is kept. */
export const ONBOARDING = "onboarding";

interface Answers {
  readonly preferredName: string;
  readonly birthDate: string;
  readonly communityId: string;
}

export const useCompleteOnboarding = () =>
  useMutation({
    mutationFn: (body: Answers) => accountsApi.completeOnboarding({ body }),
    onSuccess: (me) => {
      forgetDraft(ONBOARDING);
      queryClient.setQueryData(meKey, me);
      switchTab("home");
    },
  });
