import { careNotesConsentOn } from "@shared/domains/care-notes/care-notes.rules";
import { today } from "@server/core/clock";
import type { TestApp } from "./app";
import type { SignedIn } from "./meals";

/** The requests of the care-notes contract, as a client sends them. */
export const careNotesClient = (app: TestApp) => {
  const as = ({ token }: SignedIn) => ({ Authorization: `Bearer ${token}` });
  return {
    read: (who: SignedIn, elderId?: string) =>
      app.request
        .get("/api/care-notes")
        .query(elderId === undefined ? {} : { elderId })
        .set(as(who)),
    save: (who: SignedIn, body: object = {}) =>
      app.request
        .post("/api/care-notes")
        .set(as(who))
        .send({
          allergens: ["soybean"],
          dietMarks: [],
          consentVersion: careNotesConsentOn(today(app.clock)).version,
          ...body,
        }),
    withdraw: (who: SignedIn, elderId?: string) =>
      app.request
        .post("/api/care-notes/withdraw")
        .set(as(who))
        .send(elderId === undefined ? {} : { elderId }),
    menu: (who: SignedIn | null, query: Readonly<Record<string, string>>) => {
      const call = app.request.get("/api/meals/menus").query(query);
      return who ? call.set(as(who)) : call;
    },
  };
};
