import mongoose from "mongoose";

/**
 * Runs work whose writes all happen or none; for cold paths only, never around a unit (R-B1 needs none).
 * Mongoose passes the session on by itself. The work may run several times: it must not touch anything else.
 * @throws what the work throws; a conflict that outlasts the driver's retries
 */
export const inTransaction = <T>(work: () => Promise<T>): Promise<T> => mongoose.connection.transaction(() => work());
