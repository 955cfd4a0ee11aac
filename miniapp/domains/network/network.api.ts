import { createClient } from "@shared/core/endpoint";
import { networkContract } from "@shared/domains/network/network.contract";
import { send } from "@miniapp/core/http";

export const networkApi = createClient(networkContract, send);
