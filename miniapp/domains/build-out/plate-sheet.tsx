import { Text, View } from "@tarojs/components";
import type { Plate } from "@shared/domains/build-out/programme-shapes";
import { QrPicture } from "@miniapp/ui/qr-picture";
import { plaqueLink } from "./plaque-address";

/** What hangs at the door, to be read from across the street: what it is, its name, its number, and a code for phones. */
export function PlateSheet({ plate }: { plate: Plate }) {
  const { plaqueNumber, name, address, phone, regionNames } = plate;
  return (
    <View className="plate">
      <View className="plate-head">
        <Text>老年助餐点</Text>
      </View>
      <View className="plate-name">
        <Text>{name}</Text>
      </View>
      <View className="plate-number">
        <Text>{`牌号 ${plaqueNumber}`}</Text>
      </View>
      <View className="plate-code">
        <QrPicture text={plaqueLink(plate)} label={`${name}的码，扫了看开门时间和菜单`} />
      </View>
      <View className="plate-line">
        <Text>扫一扫，看几点开门、有什么菜</Text>
      </View>
      <View className="plate-line">
        <Text>{address}</Text>
      </View>
      <View className="plate-line">
        <Text>{`电话 ${phone}`}</Text>
      </View>
      <View className="plate-foot">
        <Text>{regionNames.join(" ")}</Text>
      </View>
    </View>
  );
}
