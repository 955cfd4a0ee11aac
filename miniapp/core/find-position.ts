import Taro from "@tarojs/taro";
import type { Datum } from "@shared/core/datum";

/** Where something lies, and by whose map: satellites, or the maps of 高德 and 腾讯, which shift the ground. */
export interface FoundPosition {
  readonly latitude: number;
  readonly longitude: number;
  readonly datum: Exclude<Datum, "bd09">;
}

const TIMEOUT_MS = 15_000;

/** Where one stands: a browser asks the satellites, in WeChat one points at its map. Null when refused or not found. */
export async function findPosition(): Promise<FoundPosition | null> {
  try {
    if (process.env.TARO_ENV !== "h5") {
      const { latitude, longitude } = await Taro.chooseLocation({});
      return { latitude, longitude, datum: "gcj02" };
    }
    const { coords } = await askBrowser({ isExact: true });
    return { latitude: coords.latitude, longitude: coords.longitude, datum: "wgs84" };
  } catch {
    return null;
  }
}

/**
 * Roughly where one stands, to some hundred metres, for looking around there: WeChat gives no exact position for that.
 * Asked for only by what somebody taps. Null when she refused, or nothing was found.
 */
export async function findSurroundings(): Promise<FoundPosition | null> {
  try {
    if (process.env.TARO_ENV !== "h5") {
      const { latitude, longitude } = await Taro.getFuzzyLocation({ type: "gcj02" });
      return { latitude, longitude, datum: "gcj02" };
    }
    const { coords } = await askBrowser({ isExact: false });
    return { latitude: coords.latitude, longitude: coords.longitude, datum: "wgs84" };
  } catch {
    return null;
  }
}

const askBrowser = ({ isExact }: { readonly isExact: boolean }): Promise<GeolocationPosition> =>
  new Promise((found, failed) =>
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: isExact, timeout: TIMEOUT_MS }),
  );
