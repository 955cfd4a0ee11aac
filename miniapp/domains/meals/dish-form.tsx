import { Text, View } from "@tarojs/components";
import { useState } from "react";
import { Allergen, DietMark } from "@shared/domains/meals/dish-shapes";
import type { DishListEntry } from "@shared/domains/meals/menu-planning.contract";
import { BigButton } from "@miniapp/ui/big-button";
import { Field } from "@miniapp/ui/field";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { FormError } from "@miniapp/ui/form-error";
import { yuan } from "@miniapp/ui/money";
import { Sheet } from "@miniapp/ui/sheet";
import { allergenWords, dietWords } from "./copy";
import { useSaveDish } from "./use-menu-week";

const NAME_MAX = 30;
const DESCRIPTION_MAX = 100;
const MOST_FEN = 100_000;

interface DishFormProps {
  readonly carePointId: string;
  /** Null for a new one. */
  readonly dish: DishListEntry | null;
  readonly onClose: () => void;
}

/** "11.5" yuan in fen; null when it is no price. */
const fenOf = (typed: string): number | null => {
  const [, whole = "", part = ""] = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  if (whole === "") return null;
  const fen = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return fen <= MOST_FEN ? fen : null;
};

/** One dish of the list: name, what comes with it, price, what is in it. The name is what tells dishes apart. */
export function DishForm({ carePointId, dish, onClose }: DishFormProps) {
  const [name, setName] = useState(dish?.name ?? "");
  const [description, setDescription] = useState(dish?.description ?? "");
  const [price, setPrice] = useState(dish ? yuan(dish.priceFen) : "");
  const [allergens, setAllergens] = useState(dish?.allergens ?? []);
  const [dietMarks, setDietMarks] = useState(dish?.dietMarks ?? []);
  const save = useSaveDish();
  const priceFen = fenOf(price);
  const submit = () => {
    if (priceFen === null) return;
    const about = { name: name.trim(), description: description.trim(), priceFen, allergens, dietMarks };
    save.mutate({ carePointId, ...about }, { onSuccess: onClose });
  };
  return (
    <Sheet title={dish ? dish.name : "加一道菜"} onClose={() => save.isPending || onClose()}>
      {!dish && <Field label="菜名" maxLength={NAME_MAX} value={name} onChange={setName} />}
      <Field
        label="配什么"
        hint="比如青菜、米饭、紫菜汤"
        maxLength={DESCRIPTION_MAX}
        value={description}
        onChange={setDescription}
      />
      <Field
        label="多少钱，元"
        maxLength={7}
        value={price}
        onChange={setPrice}
        error={price === "" || priceFen !== null ? undefined : "写 11 或者 11.5 这样的数"}
      />
      <MarkChoice
        label="里面有"
        words={allergenWords}
        options={Allergen.options}
        chosen={allergens}
        onChange={setAllergens}
      />
      <MarkChoice
        label="适合"
        words={dietWords}
        options={DietMark.options}
        chosen={dietMarks}
        onChange={setDietMarks}
      />
      <FormError error={save.error} />
      <BigButton
        text="存好"
        busyText="正在存"
        isDisabled={name.trim() === "" || description.trim() === "" || priceFen === null}
        isBusy={save.isPending}
        onPress={submit}
      />
      <BigButton kind="quiet" text="不改了" onPress={onClose} />
    </Sheet>
  );
}

interface MarkChoiceProps<Mark extends string> {
  readonly label: string;
  readonly words: Readonly<Record<Mark, string>>;
  readonly options: readonly Mark[];
  readonly chosen: readonly Mark[];
  readonly onChange: (chosen: Mark[]) => void;
}

function MarkChoice<Mark extends string>({ label, words, options, chosen, onChange }: MarkChoiceProps<Mark>) {
  const turn = (mark: Mark) =>
    onChange(chosen.includes(mark) ? chosen.filter((one) => one !== mark) : [...chosen, mark]);
  return (
    <View className="stack">
      <Text className="field-label">{label}</Text>
      <View className="filters">
        {options.map((mark) => (
          <FilterChip key={mark} text={words[mark]} isChosen={chosen.includes(mark)} onPress={() => turn(mark)} />
        ))}
      </View>
    </View>
  );
}
