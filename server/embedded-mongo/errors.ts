const codeNames: Readonly<Record<number, string>> = {
  1: "InternalError",
  2: "BadValue",
  9: "FailedToParse",
  14: "TypeMismatch",
  17: "ProtocolError",
  20: "IllegalOperation",
  22: "InvalidBSON",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  50: "MaxTimeMSExpired",
  52: "DollarPrefixedFieldName",
  53: "InvalidIdField",
  54: "NotSingleValueField",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  79: "UnknownReplWriteConcern",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  100: "UnsatisfiableWriteConcern",
  112: "WriteConflict",
  115: "CommandNotSupported",
  146: "ExceededMemoryLimit",
  168: "InvalidPipelineOperator",
  171: "CannotIndexParallelArrays",
  197: "InvalidIndexSpecificationOption",
  225: "TransactionTooOld",
  251: "NoSuchTransaction",
  256: "TransactionCommitted",
  263: "OperationNotSupportedInTransaction",
  291: "NoQueryExecutionPlans",
  292: "QueryExceededMemoryLimitNoDiskUseAllowed",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  14031: "OutOfDiskSpace",
};

/** A refusal in MongoDB's own terms: the code, its name, and the fields some codes carry (`keyPattern`, `errorLabels`). */
export class EngineError extends Error {
  readonly codeName: string;

  constructor(
    readonly code: number,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.codeName = codeNames[code] ?? `Location${code}`;
  }
}

/** A feature MongoDB has and this engine does not: named, never ignored. */
export function unsupported(feature: string): EngineError {
  return new EngineError(115, `${feature} is not supported by the embedded engine`);
}

export function transientError(code: number, message: string): EngineError {
  return new EngineError(code, message, { errorLabels: ["TransientTransactionError"] });
}

/** The body of a failed reply or of one write error. */
export function errorBody(error: unknown): Record<string, unknown> {
  if (error instanceof EngineError) {
    return { errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { errmsg: message, code: 1, codeName: "InternalError" };
}
