export { ActingBar } from "./acting-bar";
export { WhomSwitch } from "./whom-switch";
