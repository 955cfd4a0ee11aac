import { businessDay } from "@shared/core/dates";
import { longDate } from "@server/core/calendar";
import { eraseDelivered } from "@server/core/db/erase-delivered";
import type { Deps } from "@server/core/deps";
import {
  wholeErasure,
  type DataGroup,
  type Erasure,
  type Leaving,
  type PersonalData,
} from "@server/core/personal-data";
import { findPerson } from "./accounts.queries";
import { CredentialModel } from "./credential.model";
import { IdentityModel } from "./identity.model";
import { LoginCodeModel } from "./login-code.model";
import { mergePerson } from "./merge-person";
import { PersonModel } from "./person.model";
import { openPhone } from "./personal-values";
import { SessionModel } from "./session.model";
import { showMe } from "./show-me";

const SESSIONS_SHOWN = 100;
const NOTHING = "没有留";

/** What accounts keep about a person: who she is, and how she comes in. */
export const createAccountsPersonalData = (deps: Deps): PersonalData => ({
  collections: ["people", "sessions", "login_codes", "identities"],
  exportOf: async (personId) => [await aboutHer(deps, personId), await waysIn(personId)],
  erase: (leaving) => erase(deps, leaving),
  merge: (merging) => mergePerson(deps, merging),
});

async function aboutHer(deps: Deps, personId: string): Promise<DataGroup> {
  const person = await findPerson(personId);
  if (!person) return { title: "我的资料", rows: [], json: null };
  const { preferredName, birthDate, community, memberships } = await showMe(deps, person);
  const phone = openPhone(deps.sealer, person);
  const roles = memberships.map(({ carePointName }) => carePointName).join("、");
  const rows = [
    { label: "称呼", text: preferredName ?? NOTHING },
    { label: "生日", text: birthDate === null ? NOTHING : longDate(birthDate) },
    { label: "手机号", text: phone ?? NOTHING },
    { label: "社区", text: community?.label ?? NOTHING },
    ...(roles === "" ? [] : [{ label: "工作", text: roles }]),
    { label: "登记时间", text: dayOf(person.createdAt) },
  ];
  const createdAt = person.createdAt.toISOString();
  return {
    title: "我的资料",
    rows,
    json: { personId, preferredName, birthDate, phone, community, memberships, createdAt },
  };
}

async function waysIn(personId: string): Promise<DataGroup> {
  const usesWechat = (await IdentityModel.exists({ personId })) !== null;
  const sessions = await SessionModel.find({ personId })
    .select({ kind: 1, expiresAt: 1, endsAt: 1 })
    .limit(SESSIONS_SHOWN)
    .lean();
  const rows = [
    { label: "微信登录", text: usesWechat ? "用过" : "没有用过" },
    ...sessions.map(({ expiresAt }) => ({ label: "登录", text: `不用的话保留到 ${dayOf(expiresAt)}` })),
  ];
  return {
    title: "登录",
    rows,
    json: { usesWechat, sessions: sessions.map(({ kind, expiresAt, endsAt }) => ({ kind, expiresAt, endsAt })) },
  };
}

const dayOf = (at: Date): string => longDate(businessDay(at.getTime()));

/** Nothing that could come back is left when the sessions end, and the person goes last. */
async function erase({ actors }: Pick<Deps, "actors">, { personId, now }: Leaving): Promise<Erasure> {
  const at = new Date(now);
  await IdentityModel.deleteMany({ personId });
  // An invitation that she never took up.
  await CredentialModel.deleteMany({ personId });
  await LoginCodeModel.updateMany({ personId }, { $set: { expiresAt: at } });
  await PersonModel.updateOne(
    { _id: personId },
    {
      $set: {
        preferredName: null,
        searchKeys: [],
        birthDate: null,
        phone: null,
        communityId: null,
        districtId: null,
        demo: null,
      },
      $unset: { phoneIndex: 1, phoneTailIndex: 1, registration: 1 },
    },
  );
  await SessionModel.updateMany({ personId }, { $set: { expiresAt: at } });
  actors.forget(personId);
  return wholeErasure([
    await eraseDelivered("login_codes", { personId }),
    await eraseDelivered("sessions", { personId }),
    await eraseDelivered("people", { _id: personId }),
  ]);
}
