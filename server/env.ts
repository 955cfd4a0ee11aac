import * as z from "zod/mini";
import type { FieldKey } from "./core/crypto/sealer";
import { loadOrMakeSecrets } from "./secrets";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The program's settings, parsed once. `.env.example` explains every variable. */
export interface Env {
  readonly isProduction: boolean;
  /** A line for each request, or, in the demo, only what is amiss: its terminal is read by a person. */
  readonly logLevel: LogLevel;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded engine. */
  readonly mongodbUri: string | null;
  readonly role: "api" | "jobs" | "both";
  /** Folders below `config/regions`; empty: all that are there. */
  readonly regionPacks: readonly string[];
  /** Trusted reverse proxies in front; 0 ignores `X-Forwarded-For`. */
  readonly proxyCount: number;
  /** Exact origins that may call from another site. */
  readonly corsOrigins: readonly string[];
  /** Null where no mini-program is configured. */
  readonly wechat: {
    readonly appId: string;
    readonly secret: string;
    readonly apiOrigin: string;
    /** Ids of the console's message templates by the names of the notices they carry. */
    readonly templates: ReadonlyMap<string, string>;
  } | null;
  /** Null where no message service is configured. */
  readonly sms: { readonly gatewayUrl: string; readonly token: string } | null;
  /** The province's supply-demand platform (省养老服务设施供需平台); null where none is configured. */
  readonly provincePlatform: { readonly url: string; readonly token: string } | null;
  /** The first seals, all open. */
  readonly fieldKeys: readonly [FieldKey, ...FieldKey[]];
  readonly indexKey: Buffer;
  /** Demo people may sign in without a credential: embedded engine, not production, loopback only. */
  readonly isDemo: boolean;
}

const text = z.string().check(z.minLength(1));
const number = ({ max }: { max: number }) =>
  z.pipe(z.string().check(z.regex(/^\d{1,5}$/)), z.pipe(z.transform(Number), z.int().check(z.maximum(max))));
const list = z.pipe(
  z.string(),
  z.transform((value: string) =>
    value
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
);
const origin = z.string().check(z.refine((value) => URL.canParse(value) && new URL(value).origin === value));
const httpsUrl = z
  .string()
  .check(z.refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)));
const TEMPLATE = /^(?<name>[a-z_]{1,40})=(?<id>[\w-]{1,100})$/;
const FIELD_KEY = /^[A-Za-z0-9_-]{1,20}:[A-Za-z0-9+/]{43}=$/;

const Settings = z.object({
  NODE_ENV: z._default(z.enum(["production", "development", "test"]), "development"),
  LOG_LEVEL: z.optional(z.enum(LOG_LEVELS)),
  PORT: z._default(number({ max: 65_535 }), 3000),
  HOST: z._default(text, "127.0.0.1"),
  DATA_DIR: z._default(text, ".data"),
  MONGODB_URI: z.optional(z.string().check(z.regex(/^mongodb(\+srv)?:\/\//))),
  ROLE: z._default(z.enum(["api", "jobs", "both"]), "both"),
  REGION_PACKS: z._default(list.check(z.refine((packs) => packs.every((pack) => /^[a-z-]+$/.test(pack)))), []),
  PROXY_COUNT: z._default(number({ max: 10 }), 0),
  CORS_ORIGINS: z._default(z.pipe(list, z.array(origin)), []),
  WECHAT_APP_ID: z.optional(text),
  WECHAT_SECRET: z.optional(text),
  WECHAT_API_ORIGIN: z._default(origin, "https://api.weixin.qq.com"),
  WECHAT_MESSAGE_TEMPLATES: z._default(z.pipe(list, z.array(z.string().check(z.regex(TEMPLATE)))), []),
  SMS_GATEWAY_URL: z.optional(httpsUrl),
  SMS_GATEWAY_TOKEN: z.optional(text),
  PROVINCE_PLATFORM_URL: z.optional(httpsUrl),
  PROVINCE_PLATFORM_TOKEN: z.optional(text),
  FIELD_KEYS: z.optional(z.pipe(list, z.array(z.string().check(z.regex(FIELD_KEY))).check(z.minLength(1)))),
  INDEX_KEY: z.optional(z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))),
});
type Settings = z.infer<typeof Settings>;

const EXPECTED: Readonly<Record<string, string>> = {
  NODE_ENV: "production, development or test",
  LOG_LEVEL: LOG_LEVELS.join(", "),
  PORT: "a number from 0 to 65535",
  MONGODB_URI: "an address that begins with mongodb:// or mongodb+srv://",
  ROLE: "api, jobs or both",
  REGION_PACKS: "folder names below config/regions, separated by commas",
  PROXY_COUNT: "a number from 0 to 10",
  CORS_ORIGINS: "origins such as https://example.org, separated by commas",
  WECHAT_API_ORIGIN: "an origin such as https://api.weixin.qq.com",
  WECHAT_MESSAGE_TEMPLATES: "name=id pairs separated by commas, such as meal_reminder=<id from the console>",
  SMS_GATEWAY_URL: "an address that begins with https:// or http://",
  PROVINCE_PLATFORM_URL: "an address that begins with https:// or http://",
  FIELD_KEYS: "name:key pairs separated by commas, each key 32 bytes in base64",
  INDEX_KEY: "32 bytes in base64",
};

/** The settings are not usable; the message names every fault, one a line. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

/**
 * Reads the settings from `process.env` or what a test gives in its place; an empty value counts as unset.
 * @throws EnvError that lists all faults at once; in production also for every secret that is missing
 */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = z.safeParse(Settings, given);
  const faults = parsed.success
    ? missing(parsed.data)
    : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map(
        (name) => `${name} must be ${EXPECTED[name] ?? "some text"}.`,
      );
  if (!parsed.success || faults.length > 0) throw new EnvError(faults.join("\n"));
  return toEnv(parsed.data);
}

function missing(settings: Settings): string[] {
  const wanted: (keyof Settings)[] = [];
  if (settings.NODE_ENV === "production") wanted.push("FIELD_KEYS", "INDEX_KEY");
  if (settings.WECHAT_APP_ID !== undefined) wanted.push("WECHAT_SECRET");
  if (settings.SMS_GATEWAY_URL !== undefined) wanted.push("SMS_GATEWAY_TOKEN");
  if (settings.PROVINCE_PLATFORM_URL !== undefined) wanted.push("PROVINCE_PLATFORM_TOKEN");
  return wanted.filter((name) => settings[name] === undefined).map((name) => `${name} is missing.`);
}

function toEnv(settings: Settings): Env {
  const isProduction = settings.NODE_ENV === "production";
  const mongodbUri = settings.MONGODB_URI ?? null;
  const isDemo = !isProduction && mongodbUri === null && isLoopback(settings.HOST);
  return {
    isProduction,
    logLevel: settings.LOG_LEVEL ?? (isDemo ? "warn" : "info"),
    port: settings.PORT,
    host: settings.HOST,
    dataDir: settings.DATA_DIR,
    mongodbUri,
    role: settings.ROLE,
    regionPacks: settings.REGION_PACKS,
    proxyCount: settings.PROXY_COUNT,
    corsOrigins: settings.CORS_ORIGINS,
    ...outsideServices(settings),
    ...keys(settings),
    isDemo,
  };
}

function outsideServices(settings: Settings): Pick<Env, "wechat" | "sms" | "provincePlatform"> {
  const {
    WECHAT_APP_ID: appId,
    WECHAT_SECRET: secret,
    SMS_GATEWAY_URL: gatewayUrl,
    SMS_GATEWAY_TOKEN: token,
    PROVINCE_PLATFORM_URL: platformUrl,
    PROVINCE_PLATFORM_TOKEN: platformToken,
  } = settings;
  return {
    wechat:
      appId && secret
        ? { appId, secret, apiOrigin: settings.WECHAT_API_ORIGIN, templates: templatesOf(settings) }
        : null,
    sms: gatewayUrl && token ? { gatewayUrl, token } : null,
    provincePlatform: platformUrl && platformToken ? { url: platformUrl, token: platformToken } : null,
  };
}

const templatesOf = ({ WECHAT_MESSAGE_TEMPLATES: pairs }: Settings): ReadonlyMap<string, string> =>
  new Map(
    pairs.flatMap((pair) => {
      const { name, id } = TEMPLATE.exec(pair)?.groups ?? {};
      return name === undefined || id === undefined ? [] : [[name, id] as const];
    }),
  );

function keys({ FIELD_KEYS, INDEX_KEY, DATA_DIR }: Settings): Pick<Env, "fieldKeys" | "indexKey"> {
  const made = FIELD_KEYS && INDEX_KEY ? null : loadOrMakeSecrets(DATA_DIR);
  const [first = "", ...others] = FIELD_KEYS ?? [made?.fieldKey ?? ""];
  return {
    fieldKeys: [fieldKey(first), ...others.map(fieldKey)],
    indexKey: Buffer.from(INDEX_KEY ?? made?.indexKey ?? "", "base64"),
  };
}

function fieldKey(pair: string): FieldKey {
  const [id = "", key = ""] = pair.split(":");
  return { id, key: Buffer.from(key, "base64") };
}

const isLoopback = (host: string): boolean => ["127.0.0.1", "::1", "localhost"].includes(host);
