/** Why a file cannot be read as a table; each is a code of the contract. */
export type TableProblem =
  | "import_wrong_kind"
  | "import_not_what_it_says"
  | "import_too_many_rows"
  | "import_unreadable"
  | "import_open_quote"
  | "import_too_much_inside"
  | "import_empty";

/** Thrown where a file is read; whoever asked turns it into a sentence. */
export class TableError extends Error {
  constructor(readonly problem: TableProblem) {
    super(problem);
  }
}
