import { setImmediate as nextTurn } from "node:timers/promises";
import { openRealm } from "@test/support/weapp-realm";

/** Which page of which built app a process is to open. */
export interface FirstScreenErrand {
  readonly build: string;
  readonly first: string;
}

/** Nobody answers there: a first screen needs no answer. */
const NOWHERE = "http://127.0.0.1:1";

/** A process that opens one built app as a phone does, with nothing compiled before: `first-screen-worker.ts <FirstScreenErrand as JSON>`. */
const errand = JSON.parse(process.argv[2] ?? "") as FirstScreenErrand;
// Node loads what sends requests at the first use; WeChat has it ready.
await fetch("data:,");
const realm = openRealm({ ...errand, address: NOWHERE, storage: new Map(), now: Date.now() });
while (realm.stack.sent.length === 0) await nextTurn();
process.send?.((realm.stack.sent[0]?.at ?? NaN) - realm.startedAt);
realm.close();
process.disconnect();
