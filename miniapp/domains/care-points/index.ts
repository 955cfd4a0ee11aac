export { acceptanceWords, accessibilityWords, serviceWords } from "./copy";
