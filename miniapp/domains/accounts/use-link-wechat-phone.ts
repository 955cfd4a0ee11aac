import { useMutation } from "@tanstack/react-query";
import { phoneApi } from "./phone.api";

/** Hands on the code of WeChat's phone button; the number itself never comes to this phone's script. */
export const useLinkWechatPhone = () =>
  useMutation({ mutationFn: (code: string) => phoneApi.linkWechatPhone({ body: { code } }) });
