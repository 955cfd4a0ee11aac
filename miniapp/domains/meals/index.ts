export { useWorkplace } from "./use-workplace";
export { WorkbenchSide } from "./workbench-side";
