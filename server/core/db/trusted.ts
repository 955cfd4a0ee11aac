import mongoose from "mongoose";

/**
 * Marks operators that we wrote ourselves, so that `sanitizeFilter` lets them pass: `{ expiresAt: trusted({ $gt: now }) }`.
 * Never around anything that came from outside.
 */
export const trusted = <T extends object>(operators: T): T => mongoose.trusted(operators);
