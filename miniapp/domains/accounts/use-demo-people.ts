import { useQuery } from "@tanstack/react-query";
import { accountsApi } from "./accounts.api";

const HOUR_MS = 60 * 60 * 1000;

/** @param isWanted false where the answer is known otherwise: a page should open with two requests at most */
export const useDemoPeople = ({ isWanted = true } = {}) =>
  useQuery({
    queryKey: ["accounts", "demo-people"],
    queryFn: () => accountsApi.listDemoPeople(),
    staleTime: HOUR_MS,
    enabled: isWanted,
  });
