import { useMutation, useQuery } from "@tanstack/react-query";
import type { StaffRole } from "@shared/core/roles";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { queryClient } from "@miniapp/core/query-client";
import { staffApi } from "./staff.api";

const staffKey = ["accounts", "staff"] as const;
const refresh = () => queryClient.invalidateQueries({ queryKey: staffKey });

/** Who works at a care point; not kept for offline. */
export const useStaff = (carePointId: string) =>
  useQuery({
    queryKey: [...staffKey, carePointId],
    queryFn: () => staffApi.listStaff({ query: { carePointId } }),
    gcTime: 0,
  });

interface Colleague {
  readonly carePointId: string;
  readonly preferredName: string;
  readonly loginName: string;
  readonly role: StaffRole;
}

/** Takes a new colleague on and gives the code with which she chooses her password. */
export function useInviteStaff() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: (body: Colleague) => withKey(body, (key) => staffApi.inviteStaff({ body, key })),
    onSettled: refresh,
  });
}

export const useChangeStaffRole = () =>
  useMutation({
    mutationFn: (body: { carePointId: string; personId: string; role: StaffRole }) =>
      staffApi.changeStaffRole({ body }),
    onSettled: refresh,
  });

export const useRemoveStaff = () =>
  useMutation({
    mutationFn: (body: { carePointId: string; personId: string }) => staffApi.removeStaff({ body }),
    onSettled: refresh,
  });
