export { BirthDateField } from "./birth-date-field";
