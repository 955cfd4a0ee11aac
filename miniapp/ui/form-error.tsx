import { Banner } from "./banner";
import { errorText } from "@miniapp/core/error-text";

/** Why a form was not taken, where there is a reason. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null;
  return <Banner tone="danger" icon="info" text={errorText(error).text} />;
}
