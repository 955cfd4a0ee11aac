import { notUnderstood, understood, type Understood } from "./import-row";

/** GB 32100-2015, 5.2: the signs by their value, I, O, S, V and Z left out. */
const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH = 18;
/** Appendix A: the weight of a place is a power of three, modulo 31. */
const WEIGHTS = Array.from({ length: LENGTH - 1 }, (_, place) => powerOfThree(place));
const ROUNDED = /^\d(\.\d+)?E\+?\d+$/iu;

/** 统一社会信用代码 with its check sign (GB 32100-2015), or what is wrong with it. */
export function readCreditCode(written: string): Understood<string> {
  const code = written.normalize("NFKC").replace(/\s/gu, "").toUpperCase();
  if (ROUNDED.test(code)) return notUnderstood("被表格软件改成了数字，请把这一列设成文本再填一次");
  if (code.length !== LENGTH) return notUnderstood(`应该是 18 位，写了 ${code.length} 位`);
  const values = Array.from(code, (sign) => SIGNS.indexOf(sign));
  if (values.includes(-1)) return notUnderstood("有不该出现的字母，没有 I、O、S、V、Z");
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * (values[place] ?? 0), 0);
  const check = (SIGNS.length - (sum % SIGNS.length)) % SIGNS.length;
  return values.at(-1) === check ? understood(code) : notUnderstood("最后一位校验不对，请核对");
}

function powerOfThree(place: number): number {
  return 3 ** place % SIGNS.length;
}
