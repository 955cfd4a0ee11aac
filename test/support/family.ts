import type { ClientInput } from "@shared/core/endpoint";
import type { familyContract } from "@shared/domains/family/family.contract";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import type { PersonDocument } from "@server/domains/accounts/person.model";
import type { TestApp } from "./app";
import type { SignedIn } from "./meals";

type InviteBody = ClientInput<(typeof familyContract)["endpoints"]["inviteFamily"]>["body"];

/** 王阿姨's, as the builder of people writes it. */
export const HER_BIRTH_DATE = "1948-05-06";
const TERMS = { relation: "daughter", scopes: ["meals"], lasts: "year" } as const;

/** Somebody signed in who has a name. */
export interface Known extends SignedIn {
  readonly person: PersonDocument;
}

/** The requests of the family contract, as a client sends them. */
export const familyClient = (app: TestApp) => {
  const post = (path: string, { token }: SignedIn) =>
    app.request.post(`/api/family/${path}`).set("Authorization", `Bearer ${token}`);
  const get = (path: string, { token }: SignedIn) =>
    app.request.get(`/api/family/${path}`).set("Authorization", `Bearer ${token}`);
  const somebody = async (overrides: Parameters<typeof buildPerson>[1] = {}): Promise<Known> => {
    const person = await buildPerson(app.deps, overrides);
    return { id: person._id, token: await app.signInAs(person._id), person };
  };
  const invite = (elder: SignedIn, body: Partial<InviteBody> = {}) =>
    post("invitations", elder).send({ ...TERMS, ...body });
  return {
    elder: () => somebody(),
    daughter: () => somebody({ preferredName: "小敏", birthDate: "1977-07-28" }),
    somebody,
    invite,
    /** The digits of a fresh invitation. */
    codeOf: async (elder: SignedIn, body: Partial<InviteBody> = {}) =>
      (await invite(elder, body)).body.data.code as string,
    accept: (helper: SignedIn, code: string, birthDate: string = HER_BIRTH_DATE) =>
      post("invitations/accept", helper).send({ code, birthDate }),
    bonds: (who: SignedIn) => get("bonds", who),
    acts: (who: SignedIn) => get("acts", who),
    withdraw: (who: SignedIn, bondId: string) => post(`bonds/${bondId}/withdraw`, who).send({}),
  };
};

/** Six digits that are not these. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
