import { createClient } from "@shared/core/endpoint";
import { accountsContract } from "@shared/domains/accounts/accounts.contract";
import { send } from "@miniapp/core/http";

export const accountsApi = createClient(accountsContract, send);
