/** The pages of one subpackage, as WeChat wants them: a root folder and pages below it. Data only. */
export interface PageRoutes {
  readonly root: string;
  readonly pages: readonly string[];
}

/** A page's address with its parameters, percent-encoded; undefined ones are left out. */
export function addressOf(page: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `/${page}?${pairs.join("&")}` : `/${page}`;
}
