import { createClient } from "@shared/core/endpoint";
import { phoneContract } from "@shared/domains/accounts/phone.contract";
import { send } from "@miniapp/core/http";

export const phoneApi = createClient(phoneContract, send);
