import { View } from "@tarojs/components";
import { errorText } from "@miniapp/core/error-text";
import { Banner } from "./banner";
import { roleOf } from "./role-of";

/** Why a form was not taken, where there is a reason; a screen reader says it at once. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <View {...roleOf("alert")}>
      <Banner tone="danger" icon="info" text={errorText(error).text} />
    </View>
  );
}
