import { createClient } from "@shared/core/endpoint";
import { familyContract } from "@shared/domains/family/family.contract";
import { send } from "@miniapp/core/http";

export const familyApi = createClient(familyContract, send);
