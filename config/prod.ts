/** Quoted keys turn private class fields into syntax errors on H5. */
const terser = { enable: true, config: { output: { quote_keys: false } } };

/** One line a step instead of a bar that redraws itself, which no log can hold. */
const logger = { quiet: true, stats: false };

export default { logger, terser, mini: {}, h5: {} };
