import { addressOf, type PageRoutes } from "@miniapp/core/page-routes";

const root = "domains/accounts/pages";
const workbench = "domains/accounts/workbench";

export const accountsRoutes: readonly PageRoutes[] = [
  {
    root,
    pages: [
      ...["sign-in/index", "staff-sign-in/index", "onboarding/index"],
      ...["text-size/index", "about/index", "search/index", "accessibility/index", "my-data/index"],
    ],
  },
  { root: workbench, pages: ["login-codes/index", "staff/index", "password/index"] },
];

export const toSignIn = (): string => addressOf(`${root}/sign-in/index`);
export const toStaffSignIn = (): string => addressOf(`${root}/staff-sign-in/index`);
export const toOnboarding = (): string => addressOf(`${root}/onboarding/index`);
export const toTextSize = (): string => addressOf(`${root}/text-size/index`);
export const toAbout = (): string => addressOf(`${root}/about/index`);
export const toSearch = (): string => addressOf(`${root}/search/index`);
export const toAccessibility = (): string => addressOf(`${root}/accessibility/index`);
export const toMyData = (): string => addressOf(`${root}/my-data/index`);
export const toLoginCodes = (): string => addressOf(`${workbench}/login-codes/index`);
export const toStaff = ({ carePointId }: { carePointId: string }): string =>
  addressOf(`${workbench}/staff/index`, { carePointId });
export const toPassword = (): string => addressOf(`${workbench}/password/index`);
