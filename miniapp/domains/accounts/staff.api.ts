import { createClient } from "@shared/core/endpoint";
import { staffContract } from "@shared/domains/accounts/staff.contract";
import { send } from "@miniapp/core/http";

export const staffApi = createClient(staffContract, send);
