import { View } from "@tarojs/components";
import { Datum } from "@shared/core/datum";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { roleOf } from "@miniapp/ui/role-of";
import { datumWords } from "./copy";

interface DatumChoiceProps {
  /** Null until somebody said it: a wrong guess would move every point. */
  readonly datum: Datum | null;
  readonly onChange: (datum: Datum) => void;
}

/** Where the positions of a file were taken from. */
export function DatumChoice({ datum, onChange }: DatumChoiceProps) {
  return (
    <View className="import-choices" {...roleOf("radiogroup")} aria-label="经纬度从哪里取的">
      {Datum.options.map((one) => (
        <ChoiceRow key={one} {...datumWords[one]} isChosen={datum === one} onPress={() => onChange(one)} />
      ))}
    </View>
  );
}
