import { View } from "@tarojs/components";
import { useState } from "react";
import type { CareService } from "@shared/core/network";
import { useSettings } from "@miniapp/core/settings";
import { FilterChip } from "@miniapp/ui/filter-chip";
import type { CarePointFilters } from "./care-point-filters";
import { acceptanceWords, accessibilityWords, serviceWords } from "./copy";

interface FilterBarProps {
  readonly filters: CarePointFilters;
  readonly onChange: (filters: CarePointFilters) => void;
  /** Somebody who knows the name does not need conditions. */
  readonly onFindByName: () => void;
}

interface Mark {
  readonly text: string;
  readonly wanted: CarePointFilters;
}

const SERVICES: readonly CareService[] = ["meals", "day_care", "childcare"];
const MORE_SERVICES: readonly CareService[] = [
  "full_time_care",
  "home_visit",
  "respite",
  "baby_room",
  "elder_school",
  "mutual_aid",
];
const MARKS: readonly Mark[] = [
  { text: "现在营业", wanted: { openNow: "yes" } },
  { text: accessibilityWords.wheelchair, wanted: { accessibility: "wheelchair" } },
];
const MORE_MARKS: readonly Mark[] = [
  { text: accessibilityWords.accessible_toilet, wanted: { accessibility: "accessible_toilet" } },
  { text: acceptanceWords.disabled, wanted: { accepts: "disabled" } },
  { text: acceptanceWords.demented, wanted: { accepts: "demented" } },
  { text: "有星级", wanted: { graded: "yes" } },
];

const namesOf = ({ wanted }: Mark) => Object.keys(wanted) as (keyof CarePointFilters)[];

/** Which service, and what matters for getting in; the rarer ones wait until they are asked for, in large type all but services. */
export function FilterBar({ filters, onChange, onFindByName }: FilterBarProps) {
  const isLarge = useSettings(({ textSize }) => textSize === "large" || textSize === "largest");
  const [isOpen, setIsOpen] = useState(false);
  const isOn = (mark: Mark) => namesOf(mark).every((name) => filters[name] === mark.wanted[name]);
  const isService = (service: CareService) => filters.service === service;
  const toggle = (mark: Mark) =>
    onChange({
      ...filters,
      ...(isOn(mark) ? Object.fromEntries(namesOf(mark).map((name) => [name, undefined])) : mark.wanted),
    });
  const services = isOpen ? [...SERVICES, ...MORE_SERVICES] : [...SERVICES, ...MORE_SERVICES.filter(isService)];
  const few = isLarge ? [] : MARKS;
  const marks = isOpen
    ? [...MARKS, ...MORE_MARKS]
    : [...few, ...[...MARKS, ...MORE_MARKS].filter((mark) => isOn(mark) && !few.includes(mark))];
  return (
    <View className="filters">
      <FilterChip
        text="全部"
        isChosen={filters.service === undefined}
        onPress={() => onChange({ ...filters, service: undefined })}
      />
      {services.map((service) => (
        <FilterChip
          key={service}
          text={serviceWords[service]}
          isChosen={isService(service)}
          onPress={() => onChange({ ...filters, service })}
        />
      ))}
      {marks.map((mark) => (
        <FilterChip key={mark.text} text={mark.text} isChosen={isOn(mark)} onPress={() => toggle(mark)} />
      ))}
      <FilterChip text="按名字找" onPress={onFindByName} />
      <FilterChip text={isOpen ? "收起条件" : "更多条件"} isChosen={isOpen} onPress={() => setIsOpen(!isOpen)} />
    </View>
  );
}
