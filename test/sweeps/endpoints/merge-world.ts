import { randomUUID } from "node:crypto";
import { buildPerson } from "@server/domains/accounts/accounts.builders";
import { answerMerge } from "@server/domains/care-point-imports/answer-merge";
import type { CarePointMergeDocument } from "@server/domains/care-point-imports/merge.model";
import { proposeMerge } from "@server/domains/care-point-imports/propose-merge";
import { buildCarePoint } from "@server/domains/care-points/index";
import { buildMenu } from "@server/domains/meals/meals.builders";
import type { Examples } from "./example-shapes";
import type { World } from "./world";

const OFFICE = "xinxiang-hongqi";

/** Somebody of the office, signed in. */
async function officer({ app }: World) {
  const { _id: id } = await buildPerson(app.deps, { offices: [{ regionId: OFFICE }] });
  return { id, token: await app.signInAs(id) };
}

/** Two entries of the office, fresh. */
async function twoEntries({ communityId }: World) {
  const entry = async (name: string) => (await buildCarePoint({ regionId: communityId, name }))._id;
  return { regionId: OFFICE, keepId: await entry("甲处"), goneId: await entry("乙处") };
}

/** A proposal of somebody's, and somebody else who may answer it. */
async function proposedMerge(world: World) {
  const [first, second] = [await officer(world), await officer(world)];
  const wanted = { ...(await twoEntries(world)), actorId: first.id, key: randomUUID() };
  const merge = await proposeMerge(world.app.deps, wanted);
  return { merge, first, second };
}

const answering = ({ _id }: CarePointMergeDocument, token: string) =>
  ({ token, key: randomUUID(), params: { mergeId: _id }, body: { answer: "confirm" } }) as const;

const mealsAhead = ({ app }: World, carePointId: string) => buildMenu(app, { carePointId, serviceDate: "2030-01-01" });

export const mergeExamples: Examples["care-point-merges"] = {
  listMerges: async (world) => ({ token: (await officer(world)).token, query: { regionId: OFFICE } }),
  findMergeSides: async (world) => ({
    token: (await officer(world)).token,
    query: { regionId: OFFICE, name: "食堂" },
  }),
  proposeMerge: async (world) => {
    const { token } = await officer(world);
    return { token, key: randomUUID(), body: await twoEntries(world) };
  },
  answerMerge: async (world) => {
    const { merge, second } = await proposedMerge(world);
    return { ...answering(merge, second.token), body: { answer: "decline" } };
  },
};

export const mergeRecipes = {
  proposeMerge: {
    merge_open: {
      provoke: async (world: World) => {
        const { merge, second } = await proposedMerge(world);
        const { keepId, goneId } = merge;
        return { token: second.token, key: randomUUID(), body: { regionId: OFFICE, keepId, goneId } };
      },
    },
    merge_has_menus: {
      provoke: async (world: World) => {
        const body = await twoEntries(world);
        await mealsAhead(world, body.goneId);
        return { token: (await officer(world)).token, key: randomUUID(), body };
      },
    },
    merge_gone: {
      provoke: async (world: World) => {
        const { merge, second } = await proposedMerge(world);
        await answerMerge(world.app.deps, { merge, answer: "confirm", actorId: second.id, key: randomUUID() });
        const { keepId, goneId } = merge;
        return { token: second.token, key: randomUUID(), body: { regionId: OFFICE, keepId, goneId } };
      },
    },
  },
  answerMerge: {
    merge_own_proposal: {
      provoke: async (world: World) => {
        const { merge, first } = await proposedMerge(world);
        return answering(merge, first.token);
      },
    },
    merge_has_menus: {
      provoke: async (world: World) => {
        const { merge, second } = await proposedMerge(world);
        await mealsAhead(world, merge.goneId);
        return answering(merge, second.token);
      },
    },
    merge_gone: {
      provoke: async (world: World) => {
        const { merge, second } = await proposedMerge(world);
        const withheld = { since: "2026-11-22", why: "merged", mergedInto: merge.keepId } as const;
        await buildCarePoint({ _id: merge.goneId, regionId: world.communityId, withheld });
        return answering(merge, second.token);
      },
    },
  },
};

/** A fresh proposal at the office. @returns its id */
export const mergeOf = async (world: World): Promise<string> => (await proposedMerge(world)).merge._id;
