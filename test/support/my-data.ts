import { database } from "@server/core/db/connect";
import { buildCareNotes } from "@server/domains/care-notes/care-notes.builders";
import { buildBond } from "@server/domains/family/family.builders";
import { IdentityModel, sealOpenid } from "@server/domains/accounts/identity.model";
import { buildMenu } from "@server/domains/meals/meals.builders";
import { buildNotice } from "@server/domains/notices/notices.builders";
import { buildCommunity } from "@server/domains/regions/index";
import type { TestApp } from "./app";
import { familyClient, type Known } from "./family";
import { mealsClient, wishFor, type SignedIn } from "./meals";

/** Values of one person that stand nowhere else. */
export const hers = {
  preferredName: "慕容阿婆",
  birthDate: "1943-07-19",
  phone: "13987654321",
  openid: "oHerOwnWechatId",
} as const;

/** The requests of the my-data contract, as a client sends them. */
export const myDataClient = (app: TestApp) => ({
  read: ({ token }: SignedIn) => app.request.get("/api/accounts/me/data").set("Authorization", `Bearer ${token}`),
  leave: ({ token }: SignedIn, body: object = { isCertain: true }) =>
    app.request.post("/api/accounts/me/deletion").set("Authorization", `Bearer ${token}`).send(body),
});

/** Gives a person a way in by WeChat. */
export async function giveWechat({ deps }: TestApp, personId: string, openid: string): Promise<void> {
  const id = deps.sealer.blindIndex("identities.wechat-openid", openid);
  await IdentityModel.create({ _id: id, personId, openid: sealOpenid(deps.sealer, { id, openid }) });
}

/** Somebody of whom every domain keeps something: with a daughter, a lunch ahead and one that is over. */
export async function buildFullLife(app: TestApp) {
  const family = familyClient(app);
  const { _id: communityId } = await buildCommunity();
  const elder: Known = await family.somebody({ ...hers, communityId });
  const daughter = await family.daughter();
  await giveWechat(app, elder.id, hers.openid);
  await buildCareNotes(app.deps, { personId: elder.id, allergens: ["soybean"], dietMarks: ["low_salt"] });
  const bond = await buildBond(app.deps, { elder: elder.id, helper: daughter.id, scopes: ["meals", "care_notes"] });
  await family.codeOf(elder);
  const menu = await buildMenu(app, { dishes: [{ portions: 1 }] });
  const meals = mealsClient(app);
  const { body } = await meals.book(daughter, wishFor(elder, menu));
  await buildNotice(app, { personId: elder.id });
  return { elder, daughter, bond, menu, bookingId: body.data.id as string };
}

/** Every document of the database in which a text stands, as `collection`, each once. */
export async function collectionsWith(text: string): Promise<string[]> {
  const found = new Set<string>();
  for (const { name } of await database().listCollections().toArray()) {
    for await (const document of database().collection(name).find()) {
      if (JSON.stringify(document).includes(text)) found.add(name);
    }
  }
  return [...found].sort();
}
