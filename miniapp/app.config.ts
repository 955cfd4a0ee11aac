export default defineAppConfig({
  pages: ["tabs/home/index"],
  window: { navigationStyle: "custom", backgroundColor: "#FBF7F0", backgroundTextStyle: "dark" },
});
