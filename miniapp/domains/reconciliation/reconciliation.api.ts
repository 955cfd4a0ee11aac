import { createClient } from "@shared/core/endpoint";
import { reconciliationContract } from "@shared/domains/reconciliation/reconciliation.contract";
import { send } from "@miniapp/core/http";

export const reconciliationApi = createClient(reconciliationContract, send);
