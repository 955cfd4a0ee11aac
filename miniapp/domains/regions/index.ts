export { useRegions } from "./use-regions";
