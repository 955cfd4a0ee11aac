export { BirthDateField } from "./birth-date-field";
export { FindResident } from "./find-resident";
export { LeavePhone } from "./leave-phone";
