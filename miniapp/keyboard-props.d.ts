import type {} from "@tarojs/components/types/common";

// Taro hands these to the element on H5 but leaves them out of its types.
declare module "@tarojs/components/types/common" {
  interface StandardProps {
    role?: string;
    tabIndex?: number;
  }
}
