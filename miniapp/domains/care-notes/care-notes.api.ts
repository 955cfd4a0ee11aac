import { createClient } from "@shared/core/endpoint";
import { careNotesContract } from "@shared/domains/care-notes/care-notes.contract";
import { send } from "@miniapp/core/http";

export const careNotesApi = createClient(careNotesContract, send);
