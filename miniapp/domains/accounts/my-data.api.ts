import { createClient } from "@shared/core/endpoint";
import { myDataContract } from "@shared/domains/accounts/my-data.contract";
import { send } from "@miniapp/core/http";

export const myDataApi = createClient(myDataContract, send);
