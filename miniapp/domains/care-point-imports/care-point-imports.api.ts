import { createClient } from "@shared/core/endpoint";
import { carePointImportsContract } from "@shared/domains/care-point-imports/care-point-imports.contract";
import { send } from "@miniapp/core/http";

export const carePointImportsApi = createClient(carePointImportsContract, send);
