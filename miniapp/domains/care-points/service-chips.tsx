import { View } from "@tarojs/components";
import { FilterChip } from "@miniapp/ui/filter-chip";
import type { CarePointFilters } from "./care-point-filters";
import { serviceWords } from "./copy";

interface ServiceChipsProps {
  readonly filters: CarePointFilters;
  readonly onChange: (filters: CarePointFilters) => void;
}

const SERVICES = ["meals", "day_care", "childcare"] as const;

/** Which service the map shows; what else was chosen in the list holds here, too, until 全部 is tapped. */
export function ServiceChips({ filters, onChange }: ServiceChipsProps) {
  const isAll = Object.values(filters).every((wanted) => wanted === undefined);
  const others = filters.service && !SERVICES.some((service) => service === filters.service) ? [filters.service] : [];
  return (
    <View className="filters">
      <FilterChip text="全部" isChosen={isAll} onPress={() => onChange({})} />
      {[...SERVICES, ...others].map((service) => (
        <FilterChip
          key={service}
          text={serviceWords[service]}
          isChosen={filters.service === service}
          onPress={() => onChange({ ...filters, service })}
        />
      ))}
    </View>
  );
}
