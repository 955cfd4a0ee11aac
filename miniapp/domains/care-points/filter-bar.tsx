import { View } from "@tarojs/components";
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
  { name: "openNow", text: "现在营业", icon: "clock" },
  { name: "wheelchair", text: "轮椅能进", icon: "wheelchair" },
  { name: "acceptsDisabled", text: "收失能老人", icon: "person" },
] as const;

/** Which service, and what matters for getting in. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const toggle = (name: (typeof MARKS)[number]["name"]) =>
    onChange({ ...filters, [name]: filters[name] ? undefined : "yes" });
  return (
    <View className="stack">
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
      </View>
      <View className="filters">
        {MARKS.map(({ name, text, icon }) => (
          <FilterChip key={name} text={text} icon={icon} isChosen={filters[name] === "yes"} onPress={() => toggle(name)} />
        ))}
      </View>
    </View>
  );
}
