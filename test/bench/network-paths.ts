interface Asking {
  readonly communityId: string;
  readonly position: { readonly latitude: number; readonly longitude: number };
  readonly cityId: string;
}

export type NetworkPaths = ReturnType<typeof networkPaths>;

const METRES_PER_DEGREE = 111_320;
/** As the server looks around a community: a quarter of an hour at an elder's pace, and a fifth more. */
const AROUND_METRES = 553 * 1.2;
/** As far as a phone looks at once. */
const WIDE_METRES = 12_000;
/** In every name; only so many of them are looked at. */
const SEARCHED = "照护点";

/** What a phone asks of a city's network, and the same questions to the bare server. */
export function networkPaths({ communityId, position: { latitude, longitude }, cityId }: Asking) {
  const window = (metres: number) => {
    const north = metres / METRES_PER_DEGREE;
    const east = north / Math.cos((latitude * Math.PI) / 180);
    return [longitude - east, latitude - north, longitude + east, latitude + north].map((one) => one.toFixed(6)).join();
  };
  const filters = "service=meals&openNow=yes&accessibility=wheelchair";
  return {
    nearest: `/api/care-points?communityId=${communityId}&${filters}`,
    search: `/api/care-points/search?communityId=${communityId}&text=${encodeURIComponent(SEARCHED)}`,
    map: `/api/care-point-map?communityId=${communityId}`,
    wideMap: `/api/care-point-map?communityId=${communityId}&bounds=${window(WIDE_METRES)}`,
    bareNearest: `/care-points?longitude=${longitude}&latitude=${latitude}&city=${cityId}&${filters}`,
    bareMap: `/care-point-map?city=${cityId}&bounds=${window(AROUND_METRES)}`,
  };
}
