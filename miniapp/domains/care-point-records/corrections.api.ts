import { createClient } from "@shared/core/endpoint";
import { correctionsContract } from "@shared/domains/care-point-records/corrections.contract";
import { send } from "@miniapp/core/http";

export const correctionsApi = createClient(correctionsContract, send);
