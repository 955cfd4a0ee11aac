import { useMutation } from "@tanstack/react-query";
import { queryClient } from "@miniapp/core/query-client";
import { noticesApi } from "./notices.api";
import { noticesKey } from "./use-notices";

/** Marks notices as read; repeating it changes nothing. The marks on the screen stay until the next visit. */
export const useReadNotices = () =>
  useMutation({
    mutationFn: (noticeIds: readonly string[]) => noticesApi.readNotices({ body: { noticeIds: [...noticeIds] } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesKey, refetchType: "none" }),
  });
