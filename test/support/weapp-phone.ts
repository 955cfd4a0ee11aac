import { rmSync } from "node:fs";
import { Launcher } from "@weapp-vite/miniprogram-automator";
import { until } from "./until";
import { buildWithAbilities, giveAbilities, type Abilities, type AskConsent, type HeadlessWx } from "./weapp-abilities";
import { pipeRequests } from "./weapp-requests";

/** The part of the headless automator that we rely on; its types say `any`. */
interface Automator {
  readonly session: { getWx(): HeadlessWx; getDiagnostics(): readonly unknown[] };
  currentPage(): Promise<AutomatorPage>;
  close(): Promise<void>;
}
interface AutomatorPage {
  readonly path: string;
  $(selector: string): Promise<AutomatorNode | null>;
  $$(selector: string): Promise<AutomatorNode[]>;
  wxml(): Promise<string>;
}
interface AutomatorNode {
  attr(name: string): Promise<string | undefined>;
  tap(): Promise<void>;
  input(value: string): Promise<void>;
  trigger(event: string, detail?: object): Promise<void>;
}

/** The built WeChat app on a phone without a screen, talking to a real server. */
export interface WeappPhone {
  /** The page in front, such as `tabs/home/index`. */
  path(): Promise<string>;
  /** Waits until the page in front shows these words. */
  see(words: string): Promise<void>;
  /** Waits until they are gone. */
  seeNoMore(words: string): Promise<void>;
  /** All words of the page in front. */
  words(): Promise<string>;
  /** Waits for the control with this label and taps it. */
  tap(label: string): Promise<void>;
  /** Two taps before anything can answer the first. */
  doubleTap(label: string): Promise<void>;
  /** What WeChat's own buttons report, such as `getphonenumber`. */
  report(label: string, event: string, detail: object): Promise<void>;
  type(label: string, value: string): Promise<void>;
  wxml(): Promise<string>;
  readonly askConsent: AskConsent;
  /** Every request that left the phone, such as `GET /api/meals/overview`. */
  readonly requests: ReturnType<typeof pipeRequests>["asked"];
  /** What the app threw and nobody caught. */
  faults(): readonly unknown[];
  close(): Promise<void>;
}

/** Opens the app at its first page. @param address of the server, such as `http://127.0.0.1:3000` */
export async function openWeapp({ address, ...abilities }: Abilities & { address: string }): Promise<WeappPhone> {
  const projectPath = buildWithAbilities();
  const automator = (await new Launcher().launch({ projectPath, runtimeProvider: "headless" })) as Automator;
  const wx = automator.session.getWx();
  const askConsent = giveAbilities(wx, abilities);
  const { asked: requests } = pipeRequests(wx, address);
  const words = async () => visibleWords(await (await automator.currentPage()).wxml());
  const orSayWhere = async <T>(wanted: string, waiting: Promise<T>): Promise<T> =>
    waiting.catch(async () => {
      throw new Error(`${wanted} did not come; the page says: ${await words()}`);
    });
  const control = (label: string) => orSayWhere(label, findControl(automator, label));
  return {
    askConsent,
    requests,
    words,
    path: async () => (await automator.currentPage()).path,
    see: (text) =>
      orSayWhere(
        text,
        until(async () => (await words()).includes(text)),
      ),
    seeNoMore: (text) =>
      orSayWhere(
        `the end of ${text}`,
        until(async () => !(await words()).includes(text)),
      ),
    tap: async (label) => (await control(label)).tap(),
    doubleTap: async (label) => {
      const node = await control(label);
      await Promise.all([node.tap(), node.tap()]);
    },
    report: async (label, event, detail) => (await control(label)).trigger(event, { detail }),
    type: async (label, value) => (await control(label)).input(value),
    wxml: async () => (await automator.currentPage()).wxml(),
    faults: () => automator.session.getDiagnostics(),
    close: async () => {
      await automator.close();
      rmSync(projectPath, { recursive: true, force: true });
    },
  };
}

/** The control that can be used and whose label is this or begins with it and a comma. */
async function findControl(automator: Automator, label: string): Promise<AutomatorNode> {
  const found: AutomatorNode[] = [];
  await until(async () => {
    const page = await automator.currentPage();
    const node = (await page.$(`[aria-label="${label}"]`)) ?? (await page.$(`[aria-label^="${label}，"]`));
    if (node !== null && (await node.attr("aria-disabled")) !== "true") found.push(node);
    return found.length > 0;
  });
  const [control] = found;
  if (!control) throw new Error(`no control ${label}`);
  return control;
}

/** The text between the tags; figures and words of one sentence may lie in several elements. */
const visibleWords = (wxml: string): string => wxml.replace(/<[^>]*>/g, "").replace(/\s+/g, "");
