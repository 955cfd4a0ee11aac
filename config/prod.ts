/** Quoted keys turn private class fields into syntax errors on H5. */
const terser = { enable: true, config: { output: { quote_keys: false } } };

export default { terser, mini: {}, h5: {} };
