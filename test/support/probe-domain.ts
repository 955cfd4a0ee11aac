import * as z from "zod/mini";
import { AppError, notFound } from "@server/core/app-error";
import { hashToken, newToken } from "@server/core/crypto/tokens";
import type { Domain } from "@server/core/domain";
import type { FindActor } from "@server/core/http/actor-cache";
import type { Actor } from "@server/core/policy";
import { defineContract } from "@shared/core/endpoint";
import { Id, text } from "@shared/core/primitives";

/** A canary: wherever it turns up outside an answer, something leaks. */
export const CANARY = "13812345678-王阿姨-canary";

const Note = z.strictObject({
  text: text({ max: 50 }),
  tags: z.optional(z.array(text({ max: 10 })).check(z.maxLength(3))),
  place: z.optional(z.strictObject({ id: Id })),
});

/** A domain made for tests of what core does for every domain. */
export const probeContract = defineContract({
  name: "probe",
  errors: { probe_full: { status: 409, text: "满了" } },
  endpoints: {
    say: { method: "POST", path: "/probe/say", summary: "Says it back", access: "public", body: Note, response: Note },
    list: {
      method: "GET",
      path: "/probe",
      summary: "Lists",
      access: "public",
      query: z.strictObject({ name: z.optional(Id) }),
      response: z.object({ rows: z.array(z.string()) }),
    },
    keep: {
      method: "POST",
      path: "/probe/keep",
      summary: "Keeps it under a key",
      access: "signed-in",
      keyed: true,
      body: z.strictObject({ text: text({ max: 50 }) }),
      response: z.object({ key: z.string() }),
      errors: ["probe_full"],
    },
    read: {
      method: "GET",
      path: "/probe/notes/:noteId",
      summary: "Reads one",
      access: "signed-in",
      params: z.strictObject({ noteId: Id }),
      response: z.object({ noteId: z.string() }),
    },
    upload: {
      method: "POST",
      path: "/probe/shelves/:shelfId/files",
      summary: "Takes a file",
      access: "signed-in",
      keyed: true,
      params: z.strictObject({ shelfId: Id }),
      upload: { maxBytes: 100_000, mediaTypes: ["text/plain"] },
      body: z.strictObject({ text: text({ max: 50 }) }),
      response: z.object({ name: z.string(), bytes: z.int(), text: z.string() }),
    },
    peek: {
      method: "POST",
      path: "/probe/peek",
      summary: "Reads a file before its policy",
      access: "signed-in",
      upload: { maxBytes: 100_000, mediaTypes: ["text/plain"] },
      response: z.object({}),
    },
    undecided: {
      method: "GET",
      path: "/probe/undecided",
      summary: "Forgets its policy",
      access: "signed-in",
      response: z.object({ secret: z.string() }),
    },
    fail: {
      method: "POST",
      path: "/probe/fail",
      summary: "Throws",
      access: "public",
      body: z.strictObject({ how: z.enum(["unknown", "undeclared", "full", "wait"]) }),
      response: z.object({}),
      errors: ["probe_full"],
    },
  },
});

const failures: Record<string, () => Error> = {
  unknown: () => new TypeError(`cannot read ${CANARY}`),
  undeclared: () => new AppError("made_up_code"),
  full: () => new AppError("probe_full", { existing: "booking-1" }),
  wait: () => new AppError("slow_down", { retryAfterSeconds: 7 }),
};

export const probeDomain = {
  contract: probeContract,
  createHandlers: () => ({
    say: ({ body }) => Promise.resolve(body),
    list: () => Promise.resolve({ rows: Array.from({ length: 200 }, (_, row) => `row ${row}`) }),
    keep: ({ authorize, key }) => {
      authorize("allow");
      return Promise.resolve({ key });
    },
    read: ({ authorize, params, actor }) => {
      if (params.noteId === "absent") throw notFound();
      authorize(params.noteId === actor.id ? "allow" : "not_found");
      return Promise.resolve({ noteId: params.noteId, hidden: CANARY });
    },
    upload: async ({ authorize, params, actor, receive }) => {
      authorize(params.shelfId === actor.id ? "allow" : "not_found");
      const { file, body } = await receive();
      return { name: file.name, bytes: file.bytes.length, text: body.text };
    },
    peek: async ({ authorize, receive }) => {
      await receive();
      authorize("allow");
      return {};
    },
    undecided: () => Promise.resolve({ secret: CANARY }),
    fail: ({ body }) => Promise.reject(failures[body.how]?.() ?? new Error(body.how)),
  }),
  jobs: [],
  indexes: [],
} satisfies Domain<typeof probeContract>;

/** Signs people in without accounts: tokens in memory. */
export function probeSessions() {
  const sessions = new Map<string, Actor>();
  const findActor: FindActor = ({ tokenHash }) => Promise.resolve(sessions.get(tokenHash) ?? null);
  const signIn = (id: string): string => {
    const token = newToken();
    sessions.set(hashToken(token), { id, sessionId: `session-${id}`, memberships: [], offices: [] });
    return token;
  };
  return { sessions, findActor, signIn };
}
