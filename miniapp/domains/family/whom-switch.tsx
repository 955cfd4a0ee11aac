import { useActingFor } from "@miniapp/core/acting-for";
import { goTo } from "@miniapp/core/navigate";
import { RowLink } from "@miniapp/ui/row-link";
import { Card } from "@miniapp/ui/card";
import { Segmented } from "@miniapp/ui/segmented";
import { toFamily } from "./routes";
import { useElders } from "./use-elders";

const MYSELF = "myself";
const FIT = 3;

/**
 * For whom to order, one tap; nothing for who acts for nobody. With many elders the list is a page of its own. What was
 * known the last time stands there at once; it is asked anew when the page has what it is opened for.
 */
export function WhomSwitch({ isAsked }: { isAsked: boolean }) {
  const { elder, begin, end } = useActingFor();
  const elders = useElders(isAsked) ?? [];
  if (elders.length === 0) return null;
  if (elders.length > FIT) {
    return (
      <Card isList>
        <RowLink
          icon="person"
          text="换一个人订餐"
          note={`您能替 ${elders.length} 个人订`}
          onPress={() => goTo(toFamily())}
        />
      </Card>
    );
  }
  const choose = (id: string) => {
    const chosen = elders.find((one) => one.id === id);
    if (chosen) begin(chosen);
    else end();
  };
  const options = [{ value: MYSELF, text: "自己" }, ...elders.map(({ id, name }) => ({ value: id, text: name }))];
  return <Segmented label="给谁订餐" options={options} value={elder?.id ?? MYSELF} onChange={choose} />;
}
