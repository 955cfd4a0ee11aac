import type { Long } from "bson";
import { EngineError } from "../errors";
import { checkFields, readCount, readCursorId, type Handler } from "./request";

export const getMore: Handler = (request) => {
  checkFields(request, ["collection", "batchSize"]);
  const { command, engine } = request;
  const namespace = `${request.database}.${String(command["collection"])}`;
  const batch = engine.cursors.next(readCursorId(command["getMore"]), namespace, readCount(command, "batchSize"));
  return { cursor: { nextBatch: batch.documents, id: batch.id, ns: namespace } };
};

export const killCursors: Handler = (request) => {
  checkFields(request, ["cursors"]);
  const asked = request.command["cursors"];
  if (!Array.isArray(asked)) throw new EngineError(14, "cursors must be an array");
  const cursorsKilled: Long[] = [];
  const cursorsNotFound: Long[] = [];
  for (const id of asked.map(readCursorId))
    (request.engine.cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id);
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
};
