import { accessFaults } from "./access-faults";
import { auditFaults } from "./audit-faults";
import { bookingFaults } from "./booking-faults";
import { buildOutFaults } from "./build-out-faults";
import { counterFaults } from "./counter-faults";
import { familyFaults } from "./family-faults";
import type { Fault } from "./fault";
import { importFaults } from "./import-faults";
import { photoFaults } from "./photo-faults";
import { recordFaults } from "./record-faults";
import { requestFaults } from "./request-faults";

/** Every fault the sweep seeds, one at a time. */
export const faults: readonly Fault[] = [
  ...bookingFaults,
  ...counterFaults,
  ...buildOutFaults,
  ...familyFaults,
  ...accessFaults,
  ...importFaults,
  ...photoFaults,
  ...recordFaults,
  ...requestFaults,
  ...auditFaults,
];
