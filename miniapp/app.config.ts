import { routes } from "./domains/index";
import { accountsRoutes } from "./domains/accounts/routes";
import { carePointsRoutes } from "./domains/care-points/routes";
import { mealsRoutes } from "./domains/meals/routes";

const tabPages = ["home", "nearby", "bookings", "me"].map((name) => `tabs/${name}/index`);

/** The pages of a domain, without its workbench: what a resident is likely to open next. */
const residentsPart = (domain: readonly { readonly root: string }[]) =>
  domain.map(({ root }) => root).filter((root) => root.endsWith("/pages"));

/** Reading aloud in WeChat, where the operator's account has the plugin; its version is set at the build. */
const voiceVersion = process.env.TARO_ENV === "weapp" ? process.env.WECHAT_VOICE_PLUGIN : undefined;
const voice = { WechatSI: { version: voiceVersion ?? "", provider: "wx069ba97219f66d99" } };

export default defineAppConfig({
  pages: tabPages,
  subPackages: routes.map(({ root, pages }) => ({ root, pages: [...pages] })),
  preloadRule: {
    "tabs/home/index": { network: "all", packages: [...residentsPart(mealsRoutes), ...residentsPart(accountsRoutes)] },
    "tabs/nearby/index": { network: "all", packages: residentsPart(carePointsRoutes) },
    "tabs/bookings/index": { network: "all", packages: residentsPart(mealsRoutes) },
  },
  tabBar: {
    custom: true,
    list: [
      { pagePath: "tabs/home/index", text: "首页" },
      { pagePath: "tabs/nearby/index", text: "附近" },
      { pagePath: "tabs/bookings/index", text: "预订" },
      { pagePath: "tabs/me/index", text: "我的" },
    ],
  },
  ...(voiceVersion ? { plugins: voice } : {}),
  lazyCodeLoading: "requiredComponents",
  // WeChat refuses exact positions for finding what is near; these two are what it gives leave for.
  requiredPrivateInfos: ["getFuzzyLocation", "chooseLocation"],
  permission: { "scope.userFuzzyLocation": { desc: "用来找离您近的食堂和照护点，不记录您的位置" } },
  __usePrivacyCheck__: true,
  window: { navigationStyle: "custom", backgroundColor: "#FBF7F0", backgroundTextStyle: "dark" },
});
