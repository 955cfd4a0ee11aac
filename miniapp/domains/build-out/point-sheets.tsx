import { PLAQUE_LONGEST, type MealPoint } from "@shared/domains/build-out/build-out-shapes";
import { ActSheet } from "./act-sheet";
import {
  useCloseMealPoint,
  useMarkBuilt,
  usePassSurvey,
  usePlateMealPoint,
  useResumeMealPoint,
  useStartOperating,
  useSuspendMealPoint,
} from "./use-meal-point-acts";
import { VerifySheet } from "./verify-sheet";

const sheets = {
  verify: VerifySheet,
  passSurvey: PassSurveySheet,
  markBuilt: MarkBuiltSheet,
  plate: PlateSheet,
  startOperating: StartOperatingSheet,
  suspend: SuspendSheet,
  resume: ResumeSheet,
  close: CloseSheet,
};

export type SheetName = keyof typeof sheets;

interface SheetProps {
  readonly point: MealPoint;
  readonly onClose: () => void;
}

/** The question before one act. */
export function PointSheet({ name, ...props }: SheetProps & { readonly name: SheetName }) {
  const Asked = sheets[name];
  return <Asked {...props} />;
}

function PassSurveySheet({ point: { id, survey }, onClose }: SheetProps) {
  const act = usePassSurvey(id);
  return (
    <ActSheet
      title="交上去核查？"
      sentence="交上去以后，摸排表就不能改了。核查的人退回来，才能再改。"
      button="交上去"
      act={act}
      onAct={() => act.mutate({ surveyVersion: survey?.version ?? 0 }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function MarkBuiltSheet({ point: { id, name }, onClose }: SheetProps) {
  const act = useMarkBuilt(id);
  return (
    <ActSheet
      title="建好了？"
      sentence={`“${name}”已经建好，能挂牌了。它自己的页面从现在起有了，公布以前别人找不到。`}
      button="建好了"
      act={act}
      onAct={() => act.mutate({}, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function PlateSheet({ point: { id }, onClose }: SheetProps) {
  const act = usePlateMealPoint(id);
  return (
    <ActSheet
      title="挂牌"
      sentence="牌子挂上去了再填。填了就算建成，计入任务。"
      field={{ label: "牌号", hint: "照牌子上印的写，汉字、字母、数字和短横线", longest: PLAQUE_LONGEST }}
      button="挂好了"
      act={act}
      onAct={(plaqueNumber) => act.mutate({ plaqueNumber }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function StartOperatingSheet({ point: { id, name }, onClose }: SheetProps) {
  const act = useStartOperating(id);
  return (
    <ActSheet
      title="开始供餐了？"
      sentence={`“${name}”从今天起给老人供餐。`}
      button="开始供餐了"
      act={act}
      onAct={() => act.mutate({}, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function SuspendSheet({ point: { id }, onClose }: SheetProps) {
  const act = useSuspendMealPoint(id);
  return (
    <ActSheet
      title="暂停供餐？"
      sentence="暂停以后，市民在“附近”里就找不到它了，恢复了再回来。还算建成。"
      field={{ label: "为什么暂停" }}
      button="暂停"
      isDanger
      act={act}
      onAct={(reason) => act.mutate({ reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function ResumeSheet({ point: { id }, onClose }: SheetProps) {
  const act = useResumeMealPoint(id);
  return (
    <ActSheet
      title="恢复？"
      sentence="恢复以后，市民马上又找得到它。"
      field={{ label: "说一句（可以不写）", isOptional: true }}
      button="恢复"
      act={act}
      onAct={(typed) => act.mutate(typed === "" ? {} : { reason: typed }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function CloseSheet({ point: { id, carePointId }, onClose }: SheetProps) {
  const act = useCloseMealPoint(id);
  const isBuilt = carePointId !== null;
  return (
    <ActSheet
      title={isBuilt ? "关停？" : "不建了？"}
      sentence={isBuilt ? "关停以后不能再开，也不再算建成。过去的记录都留着。" : "这个点位到此为止，要建得重新报。"}
      field={{ label: "为什么" }}
      button={isBuilt ? "关停" : "不建了"}
      isDanger
      act={act}
      onAct={(reason) => act.mutate({ reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
