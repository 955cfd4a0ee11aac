import { useQuery } from "@tanstack/react-query";
import { accountsApi } from "./accounts.api";

export const useDemoPeople = () =>
  useQuery({ queryKey: ["accounts", "demo-people"], queryFn: () => accountsApi.listDemoPeople() });
