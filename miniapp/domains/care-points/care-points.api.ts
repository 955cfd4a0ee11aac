import { createClient } from "@shared/core/endpoint";
import { carePointsContract } from "@shared/domains/care-points/care-points.contract";
import { send } from "@miniapp/core/http";

export const carePointsApi = createClient(carePointsContract, send);
