import { useMutation } from "@tanstack/react-query";
import { forgetDraft } from "@miniapp/core/drafts";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { accountsApi } from "./accounts.api";

/** Under which name the draft of a registration is kept. */
export const REGISTRATION = "register-resident";

/** Finding a person is not kept in any cache: staff phones are shared. */
export const useFindResidents = () =>
  useMutation({
    mutationFn: (body: { carePointId: string; search: string }) => accountsApi.findResidents({ body }),
  });

export const useIssueLoginCode = () =>
  useMutation({
    mutationFn: (body: { carePointId: string; residentId: string }) => accountsApi.issueLoginCode({ body }),
  });

interface NewResident {
  readonly carePointId: string;
  readonly preferredName: string;
  readonly birthDate: string;
  readonly communityId: string;
  readonly phone?: string;
}

export function useRegisterResident() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: NewResident) => withKey(body, (key) => accountsApi.registerResident({ body, key })),
    onSuccess: () => forgetDraft(REGISTRATION),
  });
}
