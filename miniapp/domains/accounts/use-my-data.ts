import { useQuery } from "@tanstack/react-query";
import { myDataApi } from "./my-data.api";

/** Everything that is kept about me; never kept on the phone. */
export const useMyData = () => useQuery({ queryKey: ["my-data"], queryFn: () => myDataApi.getMyData(), gcTime: 0 });
