export { RecordRow } from "./record-row";
export { everyDayHours, typedHours, weekLines } from "./record-words";
