import { createClient } from "@shared/core/endpoint";
import { carePointMergesContract } from "@shared/domains/care-point-imports/care-point-merges.contract";
import { send } from "@miniapp/core/http";

export const carePointMergesApi = createClient(carePointMergesContract, send);
