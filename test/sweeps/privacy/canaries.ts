/** Values that are sealed: wherever they turn up in readable form, something leaks. They stand nowhere else. */
export const sealedCanaries = {
  phone: "13987654321",
  birthDate: "1943-07-19",
  openid: "oSweepSweepSweep",
  /** What somebody writes about herself to have an entry put right. */
  sentence: "我腿脚不便住三号楼",
  /** What somebody says to show that she runs a place. */
  evidence: "我姓周在居委会管这里",
} as const;

/** Values that the database may hold in clear, and that no log, metric or refusal may repeat. */
export const spokenCanaries = {
  name: "慕容阿婆",
  freeText: "金丝雀在唱歌",
  /** Typed where no phone belongs, such as into a name. */
  strayPhone: "13612345607",
  /** Of an act, in the audit. */
  reason: "她的女儿说她糖尿病又犯了",
  password: "canary-pass-word",
} as const;

/** What to put into a field of a request by its name, so that it is accepted where it can be. */
const byFieldName: Readonly<Record<string, string>> = {
  ...sealedCanaries,
  reason: spokenCanaries.reason,
  preferredName: spokenCanaries.name,
  search: spokenCanaries.name,
  name: spokenCanaries.name,
  password: spokenCanaries.password,
};

/** Endpoints whose `phone` is a care point's, which everybody is to know. */
const TELLING_A_PLACES_PHONE: ReadonlySet<string> = new Set(["care-point-records.editRecord"]);

/** The same body with canaries in every field that has one of its own; what is public by its meaning keeps its value. */
export const withFittingCanaries = (endpoint: string, body: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => [
      name,
      isPublic(endpoint, name) ? value : (byFieldName[name] ?? value),
    ]),
  );

/** Whether a field of an endpoint is for everybody. */
export const isPublic = (endpoint: string, field: string): boolean =>
  field === "phone" && TELLING_A_PLACES_PHONE.has(endpoint);

/** The body again and again, each time with a canary where it does not belong. */
export function* withMisplacedCanaries(body: object): Generator<object> {
  for (const canary of [spokenCanaries.strayPhone, spokenCanaries.freeText]) {
    yield { ...body, [canary]: canary };
    for (const name of Object.keys(body)) {
      yield { ...body, [name]: canary };
      yield { ...body, [name]: { [canary]: canary } };
      yield { ...body, [name]: [canary, { [name]: canary }] };
    }
  }
}

/** Which canaries a text repeats. */
export const repeatedIn = (text: string, canaries: Readonly<Record<string, string>>): string[] =>
  Object.entries(canaries).flatMap(([name, canary]) => (text.includes(canary) ? [name] : []));
