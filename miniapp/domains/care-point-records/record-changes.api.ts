import { createClient } from "@shared/core/endpoint";
import { recordChangesContract } from "@shared/domains/care-point-records/record-changes.contract";
import { send } from "@miniapp/core/http";

export const recordChangesApi = createClient(recordChangesContract, send);
