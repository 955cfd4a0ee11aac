import { createClient } from "@shared/core/endpoint";
import { buildOutContract } from "@shared/domains/build-out/build-out.contract";
import { send } from "@miniapp/core/http";

export const buildOutApi = createClient(buildOutContract, send);
