import { routes } from "./domains/index";

const tabPages = ["home", "nearby", "bookings", "me"].map((name) => `tabs/${name}/index`);

export default defineAppConfig({
  pages: tabPages,
  subPackages: routes.map(({ root, pages }) => ({ root, pages: [...pages] })),
  tabBar: {
    custom: true,
    list: [
      { pagePath: "tabs/home/index", text: "首页" },
      { pagePath: "tabs/nearby/index", text: "附近" },
      { pagePath: "tabs/bookings/index", text: "预订" },
      { pagePath: "tabs/me/index", text: "我的" },
    ],
  },
  lazyCodeLoading: "requiredComponents",
  window: { navigationStyle: "custom", backgroundColor: "#FBF7F0", backgroundTextStyle: "dark" },
});
