import "./core/polyfills";
import { QueryClientProvider } from "@tanstack/react-query";
import type { PropsWithChildren } from "react";
import * as z from "zod/mini";
import { keepApp } from "./core/keep-app";
import { forgetPastCopies } from "./core/offline-copies";
import { watchPrivacy } from "./core/privacy";
import { keepForOffline, queryClient, watchNetwork } from "./core/query-client";
import { useKeepCommunity } from "./domains/accounts/use-keep-community";
import { useNoteDemoSite } from "./domains/accounts/use-note-demo-site";
import "./app.scss";

// Where `Function` is inert, as reported for WeChat, compiled parsers would throw on first use.
z.config({ jitless: true });
keepForOffline();
forgetPastCopies();
watchNetwork();
watchPrivacy();
keepApp();

export default function App({ children }: PropsWithChildren) {
  return (
    <QueryClientProvider client={queryClient}>
      <BehindEveryPage />
      {children}
    </QueryClientProvider>
  );
}

/** What goes on whichever page is open. */
function BehindEveryPage(): null {
  useKeepCommunity();
  useNoteDemoSite();
  return null;
}
