import { View } from "@tarojs/components";
import { ApiError } from "@miniapp/core/api-error";
import { errorText } from "@miniapp/core/error-text";
import { Banner } from "@miniapp/ui/banner";
import { roleOf } from "@miniapp/ui/role-of";

/** The sentence, and which columns where some are missing. */
export function FileRefused({ error }: { error: unknown }) {
  const missing =
    error instanceof ApiError && error.facts.code === "import_columns_missing"
      ? (error.facts.fields ?? []).map(({ path }) => path)
      : [];
  const more = missing.length > 0 ? `：${missing.join("、")}` : "";
  return (
    <View {...roleOf("alert")}>
      <Banner tone="danger" icon="info" text={`${errorText(error).text}${more}`} />
    </View>
  );
}
