/** `npm run dev` says where the server is that answers for the app's own origin. */
const api = process.env["API_BEHIND"] ?? "http://127.0.0.1:3000";

export default {
  logger: { quiet: false, stats: true },
  // Whole-page reload: fast refresh needs a package of its own and keeps stale state besides.
  h5: {
    devServer: { hot: false, host: "127.0.0.1", port: 10086, open: false, proxy: [{ context: ["/api"], target: api }] },
  },
};
