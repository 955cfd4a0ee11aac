export {
  acceptanceWords,
  accessibilityWords,
  capacityWords,
  perWords,
  priceWords,
  serviceWords,
  unitWords,
} from "./copy";
