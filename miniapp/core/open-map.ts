import Taro from "@tarojs/taro";

interface Place {
  readonly name: string;
  readonly address: string;
  /** Degrees GCJ-02, as maps in China draw them. */
  readonly mapPosition: { readonly latitude: number; readonly longitude: number };
}

/** Shows the way there: WeChat's own map, or on H5 the phone's map app by its public address. No map is drawn here. */
export function openMap({ name, address, mapPosition: { latitude, longitude } }: Place): void {
  if (process.env.TARO_ENV !== "h5") {
    void Taro.openLocation({ latitude, longitude, name, address, scale: 16 });
    return;
  }
  const query = new URLSearchParams({
    position: `${longitude},${latitude}`,
    name,
    coordinate: "gaode",
    callnative: "1",
  });
  window.open(`https://uri.amap.com/marker?${query.toString()}`, "_blank", "noopener");
}
