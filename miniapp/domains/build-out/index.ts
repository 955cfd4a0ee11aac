export { OfficeSide } from "./office-side";
