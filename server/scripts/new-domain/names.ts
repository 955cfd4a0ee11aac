/** One domain's name in every form that its files use. */
export interface DomainNames {
  /** `home-visits` */
  readonly kebab: string;
  readonly singularKebab: string;
  /** `homeVisits` */
  readonly camel: string;
}

const NAME = /^[a-z]{2,}(-[a-z]{2,})*$/;

/** @throws Error with a sentence when it is no plural noun in kebab-case */
export function namesOf(kebab: string): DomainNames {
  if (!NAME.test(kebab))
    throw new Error(`A domain's name is a business noun in kebab-case such as home-visits, not "${kebab}".`);
  return { kebab, singularKebab: singularOf(kebab), camel: toCamel(kebab) };
}

/** `home-visits` to `home-visit`, `libraries` to `library`; a word without plural stays as it is. */
const singularOf = (plural: string): string => plural.replace(/ies$/, "y").replace(/([^s])s$/, "$1");

const toCamel = (kebab: string): string => kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
const toPascal = (kebab: string): string => toCamel(`-${kebab}`);

/** The templates speak of home visits; this says the same of another domain. Longer forms first. */
export function rename(template: string, { kebab, singularKebab, camel }: DomainNames): string {
  const words: readonly (readonly [string, string])[] = [
    ["home-visits", kebab],
    ["home-visit", singularKebab],
    ["home_visits", kebab.replaceAll("-", "_")],
    ["homeVisits", camel],
    ["homeVisit", toCamel(singularKebab)],
    ["HomeVisits", toPascal(kebab)],
    ["HomeVisit", toPascal(singularKebab)],
  ];
  return words.reduce((text, [from, to]) => text.replaceAll(from, to), template);
}
