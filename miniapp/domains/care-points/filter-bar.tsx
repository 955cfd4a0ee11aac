import { View } from "@tarojs/components";
import { useState } from "react";
import { useSettings } from "@miniapp/core/settings";
import type { CareService } from "@shared/domains/care-points/care-points.contract";
import { FilterChip } from "@miniapp/ui/filter-chip";
import { serviceWords } from "./copy";
import type { CarePointFilters } from "./use-care-points";

interface FilterBarProps {
  readonly filters: CarePointFilters;
  readonly onChange: (filters: CarePointFilters) => void;
}

const SERVICES: readonly CareService[] = ["meals", "day_care", "childcare"];
const MARKS = [
  { name: "openNow", text: "现在营业" },
  { name: "wheelchair", text: "轮椅能进" },
  { name: "acceptsDisabled", text: "收失能老人" },
] as const;

/** Which service, and what matters for getting in; in large type the second row waits until it is asked for. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const isLarge = useSettings(({ textSize }) => textSize === "large" || textSize === "largest");
  const [isOpen, setIsOpen] = useState(false);
  const hasMarks = !isLarge || isOpen || MARKS.some(({ name }) => filters[name] !== undefined);
  const toggle = (name: (typeof MARKS)[number]["name"]) =>
    onChange({ ...filters, [name]: filters[name] ? undefined : "yes" });
  return (
    <View className="filters">
      <FilterChip
        text="全部"
        isChosen={filters.service === undefined}
        onPress={() => onChange({ ...filters, service: undefined })}
      />
      {SERVICES.map((service) => (
        <FilterChip
          key={service}
          text={serviceWords[service]}
          isChosen={filters.service === service}
          onPress={() => onChange({ ...filters, service })}
        />
      ))}
      {hasMarks ? (
        MARKS.map(({ name, text }) => (
          <FilterChip key={name} text={text} isChosen={filters[name] === "yes"} onPress={() => toggle(name)} />
        ))
      ) : (
        <FilterChip text="更多条件" isChosen={false} onPress={() => setIsOpen(true)} />
      )}
    </View>
  );
}
