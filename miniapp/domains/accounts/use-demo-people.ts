import { useQuery } from "@tanstack/react-query";
import { accountsApi } from "./accounts.api";

const HOUR_MS = 60 * 60 * 1000;

export const useDemoPeople = () =>
  useQuery({ queryKey: ["accounts", "demo-people"], queryFn: () => accountsApi.listDemoPeople(), staleTime: HOUR_MS });
