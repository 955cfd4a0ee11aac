import { Text } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { Page } from "@miniapp/ui/page";
import { GapList } from "../../gap-list";
import { useGaps } from "../../use-gaps";

export default function GapsPage() {
  const { regionId = "", requirement = "" } = useRouter().params;
  const query = useGaps({ regionId, requirement });
  const first = query.data?.pages[0];
  return (
    <Page
      title="还缺的"
      lead={<Text className="words-title">{first?.requirement.name ?? ""}</Text>}
      help={first?.gaps[0]?.responsible.contact}
    >
      <GapList query={query} />
    </Page>
  );
}
