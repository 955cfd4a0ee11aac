/** Says on which database the suite ran, what was skipped and why, and closes with the counts alone on the last line. */
export default class Reporter {
  onRunStart() {
    console.log(`Database: ${process.env.TEST_MONGODB_ENGINE}`);
  }

  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap((file) => file.testResults.filter((one) => one.status === "pending"));
    if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((one) => `  ${one.fullName}`).join("\n")}`);
    // On exit, so that nothing jest or a teardown still has to say comes after it.
    process.once("exit", () => console.log(closingLines(results)));
  }
}

function closingLines(results) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  const counts = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  return `\nDatabase: ${process.env.TEST_MONGODB_ENGINE}\n${counts}`;
}
