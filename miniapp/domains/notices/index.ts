export { RemindButton } from "./remind-button";
