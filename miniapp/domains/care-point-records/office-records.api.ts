import { createClient } from "@shared/core/endpoint";
import { officeRecordsContract } from "@shared/domains/care-point-records/office-records.contract";
import { send } from "@miniapp/core/http";

export const officeRecordsApi = createClient(officeRecordsContract, send);
