/** From the minute something opens until the minute before it closes, `HH:MM`; 24:00 is the end of the day. */
interface Span {
  readonly opens: string;
  readonly closes: string;
}

/** Whether hours end after they start; hours over midnight are two rows. */
export const isInOrder = ({ opens, closes }: Span): boolean => opens < closes;

/** Whether no two of one day's hours share a minute; hours that touch do not. */
export function isWithoutOverlap(spans: readonly Span[]): boolean {
  const ordered = [...spans].sort((a, b) => a.opens.localeCompare(b.opens));
  return ordered.every(({ opens }, place) => (ordered[place - 1]?.closes ?? "") <= opens);
}

/** The rows of a week by their day. */
export const spansByDay = <Row extends Span & { readonly weekday: number }>(rows: readonly Row[]): Row[][] =>
  [0, 1, 2, 3, 4, 5, 6].map((day) => rows.filter(({ weekday }) => weekday === day));

/** Between two times stands a hyphen or a dash of any width. */
const PAIR = /(\d{1,2})[:：](\d{2})\s*[-–—－~～到至]\s*(\d{1,2})[:：](\d{2})/g;
const BETWEEN_PAIRS = /^[、，,；;\s]*$/;

const timeOf = (hour: string, minute: string): string => `${hour.padStart(2, "0")}:${minute}`;
const isTime = (time: string): boolean => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time);

/**
 * One day's hours as people type them: "10:30-13:00", "8:00–11:30、14:00到18:00"; 休息 and nothing are a day off.
 * @returns null where it cannot be read, ends before it starts, or overlaps
 */
export function readHours(typed: string): Span[] | null {
  const words = typed.trim();
  if (words === "" || words === "休息") return [];
  if (!BETWEEN_PAIRS.test(words.replace(PAIR, ""))) return null;
  const spans = [...words.matchAll(PAIR)].map(([, fromHour = "", fromMinute = "", toHour = "", toMinute = ""]) => ({
    opens: timeOf(fromHour, fromMinute),
    closes: timeOf(toHour, toMinute),
  }));
  const isGood = (span: Span) => isTime(span.opens) && span.opens !== "24:00" && isTime(span.closes) && isInOrder(span);
  return spans.every(isGood) && isWithoutOverlap(spans) ? spans : null;
}

/** One day's hours as a field shows them: "10:30-13:00、17:00-19:00"; 休息 for none. */
export const hoursWords = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${opens}-${closes}`).join("、") || "休息";
