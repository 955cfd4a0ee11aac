import { View } from "@tarojs/components";
import { Field } from "@miniapp/ui/field";
import { Segmented } from "@miniapp/ui/segmented";
import type { SurveyDraft } from "./survey-draft";

type Licence = Pick<SurveyDraft, "hasLicence" | "licenceNumber" | "licenceUntil">;

interface LicenceFieldsProps {
  readonly licence: Licence;
  readonly onChange: (licence: Partial<Licence>) => void;
}

const HAS = [
  { value: "yes", text: "有许可证" },
  { value: "no", text: "还没有" },
] as const;
const NUMBER_LONGEST = 40;

/** The food permit that hangs on the wall, where there is one already. */
export function LicenceFields({ licence, onChange }: LicenceFieldsProps) {
  const { hasLicence, licenceNumber, licenceUntil } = licence;
  return (
    <View className="stack">
      <Segmented
        label="食品经营许可证"
        options={HAS}
        value={hasLicence ? "yes" : "no"}
        onChange={(value) => onChange({ hasLicence: value === "yes" })}
      />
      {hasLicence && (
        <View className="build-pair">
          <Field
            label="食品经营许可证编号"
            maxLength={NUMBER_LONGEST}
            value={licenceNumber}
            onChange={(typed) => onChange({ licenceNumber: typed })}
          />
          <Field
            label="有效到哪一天"
            hint="比如 2027年6月30日；长期的空着"
            maxLength={12}
            value={licenceUntil}
            onChange={(typed) => onChange({ licenceUntil: typed })}
          />
        </View>
      )}
    </View>
  );
}
