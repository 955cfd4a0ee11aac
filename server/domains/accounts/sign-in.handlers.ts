import type { accountsContract, SignedIn } from "@shared/domains/accounts/accounts.contract";
import { notFound } from "@server/core/app-error";
import type { Deps } from "@server/core/deps";
import type { Handlers } from "@server/core/http/handlers";
import { presentDemoPerson } from "./accounts.presenter";
import { findDemoPeople, findPerson } from "./accounts.queries";
import type { PersonDocument } from "./person.model";
import { sendLoginCode } from "./send-login-code";
import { startSession } from "./sessions";
import { showMe } from "./show-me";
import { findPersonByPassword } from "./sign-in-as-staff";
import { findPersonByCode } from "./sign-in-with-code";
import { findPersonByWechat } from "./sign-in-with-wechat";

type SignInHandlers = Pick<
  Handlers<typeof accountsContract>,
  "signInWithWechat" | "sendLoginCode" | "signInWithCode" | "signInAsStaff" | "listDemoPeople" | "signInAsDemoPerson"
>;

/** The ways in. Every attempt is counted before anything is looked at. */
export function createSignInHandlers(deps: Deps): SignInHandlers {
  const { limits, env } = deps;
  const count = (callerAddress: string) => limits.consume("credential", callerAddress);
  const signIn = async (person: PersonDocument, act: string): Promise<SignedIn> => ({
    token: await startSession(deps, { person, act: `accounts.${act}` }),
    me: await showMe(deps, person),
  });
  return {
    signInWithWechat: async ({ body: { code }, callerAddress }) => {
      await count(callerAddress);
      return signIn(await findPersonByWechat(deps, code), "sign-in-with-wechat");
    },
    sendLoginCode: async ({ body: { phone }, callerAddress }) => {
      await count(callerAddress);
      await limits.consume("secret", `sms ${phone}`);
      return sendLoginCode(deps, phone);
    },
    signInWithCode: async ({ body: { code }, callerAddress }) => {
      await count(callerAddress);
      return signIn(await findPersonByCode(deps, code), "sign-in-with-code");
    },
    signInAsStaff: async ({ body: { name, password }, callerAddress }) => {
      await count(callerAddress);
      return signIn(await findPersonByPassword(deps, { name, password, callerAddress }), "sign-in-as-staff");
    },
    listDemoPeople: async () => ({ people: env.isDemo ? (await findDemoPeople()).map(presentDemoPerson) : [] }),
    signInAsDemoPerson: async ({ body: { personId } }) => {
      const person = env.isDemo ? await findPerson(personId) : null;
      if (!person?.demo) throw notFound();
      return signIn(person, "sign-in-as-demo-person");
    },
  };
}
