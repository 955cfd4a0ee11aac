export type { Resident } from "@shared/domains/accounts/accounts.contract";
export { BirthDateField } from "./birth-date-field";
export { distinction, FindResident } from "./find-resident";
export { LeavePhone } from "./leave-phone";
