import { readSession, checkFields, type Handler } from "./request";

let connections = 0;

/** A replica set of one member: drivers then allow transactions and retryable writes. */
export const hello: Handler = ({ engine, name }) => {
  connections += 1;
  return {
    helloOk: true,
    ...(name === "hello" ? { isWritablePrimary: true } : { ismaster: true }),
    setName: "embedded",
    setVersion: 1,
    secondary: false,
    hosts: [engine.address],
    primary: engine.address,
    me: engine.address,
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: connections,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  };
};

export const ping: Handler = (request) => {
  checkFields(request, []);
  return {};
};

export const buildInfo: Handler = (request) => {
  checkFields(request, []);
  return {
    version: "7.0.0",
    versionArray: [7, 0, 0, 0],
    modules: ["yike-embedded"],
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
    storageEngines: ["lmdb"],
  };
};

/** Ends the open transactions of sessions their client has done with. */
export const endSessions: Handler = (request) => {
  checkFields(request, []);
  const sessions = request.command["endSessions"];
  for (const lsid of Array.isArray(sessions) ? (sessions as unknown[]) : []) {
    const session = readSession({ lsid });
    const running = session === undefined ? undefined : request.engine.transactions.find(session);
    if (running !== undefined) request.engine.transactions.end(running);
  }
  return {};
};
