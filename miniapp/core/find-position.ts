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
    const { coords } = await askBrowser();
    return { latitude: coords.latitude, longitude: coords.longitude, datum: "wgs84" };
  } catch {
    return null;
  }
}

const askBrowser = (): Promise<GeolocationPosition> =>
  new Promise((found, failed) =>
    navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: TIMEOUT_MS }),
  );
