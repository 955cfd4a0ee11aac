import { createClient } from "@shared/core/endpoint";
import { carePointRecordsContract } from "@shared/domains/care-point-records/care-point-records.contract";
import { send } from "@miniapp/core/http";

export const carePointRecordsApi = createClient(carePointRecordsContract, send);
