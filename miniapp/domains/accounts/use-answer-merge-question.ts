import { useMutation } from "@tanstack/react-query";
import { forgetServerState } from "@miniapp/core/query-client";
import { useSession } from "@miniapp/core/session";
import { accountsApi } from "./accounts.api";
import { mergeApi } from "./merge.api";

interface Answer {
  readonly isMe: boolean;
  readonly birthDate?: string;
}

/** Says yes or no. After a yes the session is that of the record: what was cached belongs to nobody. */
export const useAnswerMergeQuestion = () =>
  useMutation({
    mutationFn: async (answer: Answer) => {
      const { merged } = await mergeApi.answerMergeQuestion({ body: answer });
      return merged ? accountsApi.getMe() : null;
    },
    onSuccess: (me) => {
      const { token } = useSession.getState();
      if (!me || token === null) return;
      forgetServerState();
      useSession.getState().start({ token, personId: me.id });
    },
  });
