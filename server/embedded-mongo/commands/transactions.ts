import { EngineError, transientError } from "../errors";
import type { Transaction } from "../sessions/transactions";
import { applyTogether } from "../store/changes";
import { checkFields, type Handler, type Request } from "./request";

function identify(request: Request): { session: string; number: number } {
  checkFields(request, ["recoveryToken"]);
  const { session, number } = request;
  if (request.command["autocommit"] !== false || session === undefined || number === undefined) {
    throw new EngineError(72, `${request.name} needs lsid, txnNumber and autocommit: false`);
  }
  return { session, number };
}

async function commit(request: Request, transaction: Transaction): Promise<void> {
  const { engine } = request;
  const changes = [...transaction.changes.values()].filter(
    (change) => change.before !== undefined || change.after !== undefined,
  );
  await engine.queue.submit({
    maxTimeMS: undefined,
    run: () => {
      applyTogether(engine, changes);
      engine.retries.save(transaction.session, { number: transaction.number, results: new Map(), committed: true });
    },
  });
}

/** A repeated commit of the same transaction answers as the first did. */
export const commitTransaction: Handler = async (request) => {
  const { session, number } = identify(request);
  const { engine, transaction } = request;
  if (transaction === undefined) {
    const record = engine.retries.load(session);
    if (record?.number === number && record.committed) return {};
    throw transientError(251, `Transaction ${number} has been aborted.`);
  }
  await commit(request, transaction);
  engine.transactions.end(transaction);
  return {};
};

export const abortTransaction: Handler = (request) => {
  const { number } = identify(request);
  if (request.transaction === undefined) throw new EngineError(251, `Transaction ${number} has been aborted.`);
  request.engine.transactions.end(request.transaction);
  return {};
};
