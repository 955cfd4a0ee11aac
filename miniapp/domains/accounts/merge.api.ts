import { createClient } from "@shared/core/endpoint";
import { mergeContract } from "@shared/domains/accounts/merge.contract";
import { send } from "@miniapp/core/http";

export const mergeApi = createClient(mergeContract, send);
