import { createClient } from "@shared/core/endpoint";
import { programmeContract } from "@shared/domains/build-out/programme.contract";
import { send } from "@miniapp/core/http";

export const programmeApi = createClient(programmeContract, send);
