import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { Office } from "@miniapp/core/office";
import { useRegions } from "@miniapp/domains/regions/index";
import { BigButton } from "@miniapp/ui/big-button";
import { Card } from "@miniapp/ui/card";
import { ChoiceRow } from "@miniapp/ui/choice-row";
import { Loaded } from "@miniapp/ui/loaded";
import { RowLink } from "@miniapp/ui/row-link";
import { roleOf } from "@miniapp/ui/role-of";
import { Sheet } from "@miniapp/ui/sheet";

/** A region of the county, by its way down from it. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

interface PlaceFieldProps {
  readonly office: Office;
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

/** In which street or community of the county; the county itself where that is not known yet. */
export function PlaceField({ office, place, onChange }: PlaceFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <View className="stack">
      <Text className="field-label">在哪个社区</Text>
      <Card isList>
        <RowLink icon="pin" text={place.name} note="点一下，选到社区" onPress={() => setIsOpen(true)} />
      </Card>
      {isOpen && (
        <PlaceSheet
          office={office}
          chosen={place}
          onClose={() => setIsOpen(false)}
          onChoose={(chosen) => {
            onChange(chosen);
            setIsOpen(false);
          }}
        />
      )}
    </View>
  );
}

interface PlaceSheetProps {
  readonly office: Office;
  readonly chosen: Place;
  readonly onChoose: (place: Place) => void;
  readonly onClose: () => void;
}

/** One level at a time, from the county down. */
function PlaceSheet({ office, chosen, onChoose, onClose }: PlaceSheetProps) {
  const [way, setWay] = useState<readonly Place[]>([{ id: office.regionId, name: office.regionName }]);
  const here = way[way.length - 1] ?? chosen;
  const regions = useRegions(here.id);
  const nameOf = (name: string) => [...way.map((one) => one.name), name].join(" ");
  return (
    <Sheet title="在哪个社区" onClose={onClose}>
      <Loaded query={regions}>
        {({ children }) => (
          <View className="stack" {...roleOf("radiogroup")} aria-label="在哪个社区">
            {children.map(({ id, name, isCommunity }) => (
              <ChoiceRow
                key={id}
                text={name}
                isChosen={id === chosen.id}
                onPress={() => (isCommunity ? onChoose({ id, name: nameOf(name) }) : setWay([...way, { id, name }]))}
              />
            ))}
          </View>
        )}
      </Loaded>
      <BigButton
        kind="second"
        text={`就写${here.name}`}
        onPress={() => onChoose({ id: here.id, name: way.map(({ name }) => name).join(" ") })}
      />
      {way.length > 1 && <BigButton kind="line" icon="back" text="往上一级" onPress={() => setWay(way.slice(0, -1))} />}
      <BigButton kind="quiet" text="不改" onPress={onClose} />
    </Sheet>
  );
}
