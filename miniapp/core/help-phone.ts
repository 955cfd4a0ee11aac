import Taro from "@tarojs/taro";
import { create } from "zustand";
import { remember, remembered } from "./storage";

export interface HelpPhone {
  readonly name: string;
  readonly phone: string;
}

interface Help extends HelpPhone {
  readonly setHelp: (help: HelpPhone) => void;
}

const NAME = "yike.help";
/** Whom anybody can call, on any day: the city's service line. */
const CITY_LINE: HelpPhone = { name: "政务服务热线", phone: "12345" };

/** Opens the phone's own dialler; a person who thinks better of it closes it again. */
export const callPhone = (phone: string): void =>
  void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);

/** Whom 打电话 calls where the page itself names nobody: the care point one usually goes to, else the city's line. */
export const useHelpPhone = create<Help>((set) => ({
  ...((remembered(NAME) as HelpPhone | undefined) ?? CITY_LINE),
  setHelp: ({ name, phone }) => {
    remember(NAME, { name, phone });
    set({ name, phone });
  },
}));
