import { useMutation, useQuery } from "@tanstack/react-query";
import Taro from "@tarojs/taro";
import { TEMPLATES_AT_ONCE, type MessageTemplate } from "@shared/domains/notices/notices.contract";
import { useIntentionKey } from "@miniapp/core/intention-key";
import { noticesApi } from "./notices.api";

interface Template {
  readonly template: MessageTemplate;
  readonly templateId: string;
}

/** The messages that WeChat can carry here; none outside WeChat. */
export function useMessageTemplates(wanted: readonly MessageTemplate[]) {
  const query = useQuery({
    queryKey: ["notices", "message-templates"],
    queryFn: () => noticesApi.listMessageTemplates(),
    enabled: process.env.TARO_ENV === "weapp",
    staleTime: Infinity,
  });
  return (query.data?.templates ?? []).filter(({ template }) => wanted.includes(template)).slice(0, TEMPLATES_AT_ONCE);
}

/** Asks WeChat for one message of each kind and notes down which were allowed; none is an answer, too. */
export function useAllowMessages() {
  const withKey = useIntentionKey();
  return useMutation({
    mutationFn: async (wanted: readonly Template[]): Promise<readonly MessageTemplate[]> => {
      const answers = await askWechat(wanted.map(({ templateId }) => templateId));
      const templates = wanted
        .filter(({ templateId }) => answers[templateId] === "accept")
        .map(({ template }) => template);
      if (templates.length === 0) return [];
      return (await withKey(templates, (key) => noticesApi.allowMessages({ body: { templates }, key }))).allowed;
    },
  });
}

const askWechat = async (tmplIds: string[]): Promise<Record<string, unknown>> => {
  // Taro's types want the ids of another program, too.
  const answers: unknown = await Taro.requestSubscribeMessage({ tmplIds } as Parameters<
    typeof Taro.requestSubscribeMessage
  >[0]);
  return answers as Record<string, unknown>;
};
