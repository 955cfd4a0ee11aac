/** "2023年9月20日" of `2023-09-20`, "2021年9月" of `2021-09`, "2022年" of `2022`. */
export function dayWords(day: string): string {
  const [year = "", month, date] = day.split("-");
  return `${year}年${month ? `${Number(month)}月` : ""}${date ? `${Number(date)}日` : ""}`;
}
