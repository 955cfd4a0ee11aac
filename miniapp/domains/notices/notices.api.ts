import { createClient } from "@shared/core/endpoint";
import { noticesContract } from "@shared/domains/notices/notices.contract";
import { send } from "@miniapp/core/http";

export const noticesApi = createClient(noticesContract, send);
