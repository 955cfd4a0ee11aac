import { useQuery } from "@tanstack/react-query";
import { familyApi } from "./family.api";

/** What others did for me, the latest first. */
export const useActsForMe = () => useQuery({ queryKey: ["family", "acts"], queryFn: () => familyApi.listActsForMe() });
