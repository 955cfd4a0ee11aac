import "./core/polyfills";
import { QueryClientProvider } from "@tanstack/react-query";
import type { PropsWithChildren } from "react";
import * as z from "zod/mini";
import { watchPrivacy } from "./core/privacy";
import { keepForOffline, queryClient, watchNetwork } from "./core/query-client";
import "./app.scss";

// Where `Function` is inert, as reported for WeChat, compiled parsers would throw on first use.
z.config({ jitless: true });
keepForOffline();
watchNetwork();
watchPrivacy();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
