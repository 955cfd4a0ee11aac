import { Text, View } from "@tarojs/components";
import { memo } from "react";
import { dietWords } from "@shared/core/diet";
import type { Dish } from "@shared/domains/meals/dish-shapes";
import { Chip } from "@miniapp/ui/chip";
import { IconSquare } from "@miniapp/ui/icon-square";
import { Money, yuan } from "@miniapp/ui/money";
import { pressable } from "@miniapp/ui/pressable";
import { allergenSentence } from "./copy";
import "./dish-row.scss";

interface DishRowProps {
  readonly dish: Dish;
  readonly isChosen: boolean;
  readonly onChoose: (dishId: string) => void;
}

const FEW = 5;
const leftWords = (left: number): string => (left > 0 ? `剩 ${left} 份` : "订完了");

/** One dish to choose: what is in it, how many are left, what it costs. */
export const DishRow = memo(function DishRow({ dish, isChosen, onChoose }: DishRowProps) {
  const { id, name, description, allergens, dietMarks, priceFen, freeShown, warnings } = dish;
  const contains = allergenSentence(allergens);
  const words = [description, contains].filter(Boolean).join("。");
  return (
    <View
      className={`dish-row${isChosen ? " is-chosen" : ""}`}
      {...pressable({
        label: [name, `${yuan(priceFen)} 元`, leftWords(freeShown), words, ...warnings].join("，"),
        role: "radio",
        isChosen,
        onPress: () => onChoose(id),
      })}
    >
      <IconSquare name={isChosen ? "check" : "bowl"} tone="persimmon" />
      <View className="words">
        <Text className="words-title">{name}</Text>
        <Text className="words-quiet">{words}</Text>
        {warnings.map((warning) => (
          <Text key={warning} className="dish-warning">
            {`注意：${warning}`}
          </Text>
        ))}
        <View className="chips">
          {dietMarks.map((mark) => (
            <Chip key={mark} text={dietWords[mark]} />
          ))}
          <Chip tone={freeShown > FEW ? "pine" : "amber"} text={leftWords(freeShown)} />
        </View>
      </View>
      <Money fen={priceFen} />
    </View>
  );
});
