import mongoose from "mongoose";

/**
 * Does writes of several documents as one: all of them, or none when something is thrown. Every query of a model inside
 * belongs to it by itself (`transactionAsyncLocalStorage`). What others wrote meanwhile makes it begin anew, so whatever
 * it does beside the database must bear being done again. Writes of one document need none of this.
 */
export const inTransaction = <T>(write: () => Promise<T>): Promise<T> => mongoose.connection.transaction(write);
