import { createClient } from "@shared/core/endpoint";
import { claimsContract } from "@shared/domains/care-point-records/claims.contract";
import { send } from "@miniapp/core/http";

export const claimsApi = createClient(claimsContract, send);
