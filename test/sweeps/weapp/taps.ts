import type { RealmPage } from "@test/support/weapp-pages";
import { WEAPP_BUILD } from "@test/support/weapp-build";
import { nodesOf } from "@test/support/weapp-tree";
import { labelKey } from "./template-keys";

/** The name of the control with this label; in a sheet, which lies over the page, before below. @throws Error when the page has none */
export function findSid(page: RealmPage, label: string): string {
  const key = labelKey(WEAPP_BUILD);
  const node = nodesOf(page.data.root)
    .filter((one) => one[key] === label)
    .at(-1);
  if (!node?.sid) throw new Error(`${page.route} has no control ${label}`);
  return node.sid;
}

/** Taps a control as WeChat reports it. */
export function tap(page: RealmPage, label: string): void {
  const target = { id: findSid(page, label), dataset: { sid: findSid(page, label) } };
  page.eh?.({ type: "tap", target, currentTarget: target, detail: {}, timeStamp: 0 });
}
