import { useQuery } from "@tanstack/react-query";
import { mergeApi } from "./merge.api";

/** Whether I am somebody whom a care point has on record under my number. */
export const useMergeQuestion = () =>
  useQuery({ queryKey: ["merge"], queryFn: () => mergeApi.getMergeQuestion(), gcTime: 0 });
