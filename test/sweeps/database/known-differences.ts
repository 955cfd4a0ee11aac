export interface KnownDifference {
  /** Title of the conformance case, word for word. */
  statement: string;
  /** What the engine calls its storage, as `npm test` prints it. */
  engine: string;
  /** The sentence of MongoDB's manual that decides who is right, and its page. */
  manual: string;
}

/** Every case that cannot hold on an engine of this project's tests. MongoDB itself and the embedded engine have none. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    statement: "dbStats counts collections and objects of its database",
    engine: "documentdb",
    manual:
      "objects: Number of objects (specifically, documents) in the database across all collections. (dbStats, Output)",
  },
  {
    statement: "a collection name that is empty is InvalidNamespace (73)",
    engine: "documentdb",
    manual:
      'Collection names should begin with an underscore or a letter character, and cannot: [...] be an empty string (e.g. ""). (MongoDB Limits and Thresholds, Naming Restrictions)',
  },
  {
    statement: "$set through a scalar is refused as PathNotViable (28) and changes nothing",
    engine: "documentdb",
    manual: "28 PathNotViable (Error codes)",
  },
  {
    statement: "the 11000 of findOneAndUpdate carries keyPattern and keyValue",
    engine: "documentdb",
    manual:
      "No page of the manual lists the fields of this error; MongoDB's server sends them, as for insert and update, where this engine does too. 11000 DuplicateKey (Error codes)",
  },
  {
    statement: "an empty array sorts before null",
    engine: "documentdb",
    manual:
      "A comparison of an empty array (e.g. [ ]) treats the empty array as less than null or a missing field. (Comparison/Sort Order)",
  },
  {
    statement: "$count of no documents gives nothing",
    engine: "documentdb",
    manual: "If the input dataset is empty, $count doesn't return a result. ($count)",
  },
  {
    statement: "an index on two arrays of one document is refused (171)",
    engine: "documentdb",
    manual:
      "For a compound multikey index, each indexed document can have at most one indexed field whose value is an array. (Multikey indexes)",
  },
  {
    statement: "$geoNear reckons with an earth's radius of 6,378.1 km",
    engine: "documentdb",
    manual:
      "The equatorial radius of the Earth is approximately 3,963.2 miles or 6,378.1 kilometers. (Spherical geometry)",
  },
  {
    statement: "a commit may be repeated after its reply was lost",
    engine: "documentdb",
    manual: "The transaction commit and abort operations are retryable write operations. (Retryable writes)",
  },
  {
    statement: "a number lower than one seen is TransactionTooOld (225)",
    engine: "documentdb",
    manual: "225 TransactionTooOld (Error codes)",
  },
  {
    statement: "a refused command's reply carries the name of its code",
    engine: "documentdb",
    manual: "2 BadValue, 9 FailedToParse, 26 NamespaceNotFound (Error codes)",
  },
  // The next two fail only while other connections read as well.
  {
    statement: "a sorted cursor keeps its order over many batches",
    engine: "documentdb",
    manual:
      "Use in conjunction with commands that return a cursor, e.g. find and aggregate, to return subsequent batches of documents currently pointed to by the cursor. (getMore)",
  },
  {
    statement: "limit ends the result, over several batches too",
    engine: "documentdb",
    manual:
      "Use the limit() method on a cursor to specify the maximum number of documents the cursor will return. (cursor.limit())",
  },
  {
    statement: "update, delete and findAndModify explain without changing anything",
    engine: "documentdb",
    manual:
      "For write operations, the explain command returns information about the write operation that would be performed but does not actually modify the database. (explain, Explain and Write Operations)",
  },
  {
    statement: "executionStats count what was examined and returned",
    engine: "documentdb",
    manual:
      "MongoDB runs the query optimizer to choose the winning plan, executes the winning plan to completion, and returns statistics describing the execution of the winning plan. (explain, executionStats mode)",
  },
];
