import { Text } from "@tarojs/components";
import { ActingBar } from "@miniapp/domains/family/index";
import { Loaded } from "@miniapp/ui/loaded";
import { Page } from "@miniapp/ui/page";
import { CareNotesForm } from "../../care-notes-form";
import { useCareNotes } from "../../use-care-notes";

export default function CareNotesPage() {
  const query = useCareNotes();
  return (
    <Page title="过敏和忌口" lead={<Text className="words-quiet">登记了，菜单上会提醒；想订还是能订。</Text>}>
      <ActingBar />
      <Loaded query={query}>{(notes) => <CareNotesForm key={notes.consent?.at ?? "none"} notes={notes} />}</Loaded>
    </Page>
  );
}
