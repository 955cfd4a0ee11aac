export { RecordRow } from "./record-row";
