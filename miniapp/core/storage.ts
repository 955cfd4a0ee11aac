import Taro from "@tarojs/taro";

/** Reads what this phone remembers under a name; undefined when nothing or nothing readable is there. */
export function remembered(name: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(name);
    return value === "" ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Remembers a value on this phone; a full or forbidden storage is no reason to stop. */
export function remember(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(name, value);
  } catch {
    // The app works without memory; it only asks again next time.
  }
}

/** Forgets what was remembered under a name. */
export function forget(name: string): void {
  try {
    Taro.removeStorageSync(name);
  } catch {
    // Nothing was there.
  }
}

/** The names that begin so and are remembered. */
export function rememberedNames(beginning: string): readonly string[] {
  try {
    return Taro.getStorageInfoSync().keys.filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}
