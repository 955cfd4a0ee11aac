import { notUnderstood, understood, type Understood } from "./import-row";

const MOBILE = /^1[3-9]\d{9}$/u;
/** With its area code, so that it can be rung from anywhere; a hotline of five digits or 400. */
const LANDLINE = /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,5})?$/u;
const HOTLINE = /^(400-?\d{3}-?\d{4}|1\d{4}|9\d{4})$/u;

/** A phone number that a person can be told, or what is wrong with it. */
export function readPhone(written: string): Understood<string> {
  const phone = written
    .normalize("NFKC")
    .replace(/[\s()]/gu, "")
    .replace(/[—–―−]/gu, "-");
  if ([MOBILE, LANDLINE, HOTLINE].some((form) => form.test(phone))) return understood(phone);
  if (/^[2-9]\d{6,7}$/u.test(phone)) return notUnderstood(`${phone} 前面要加区号`);
  return notUnderstood(`“${written.slice(0, 20)}”不像电话号码`);
}
