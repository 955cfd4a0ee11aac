import {
  QueryClient,
  dehydrate,
  hydrate,
  onlineManager,
  type DehydratedState,
  type Query,
} from "@tanstack/react-query";
import Taro from "@tarojs/taro";
import { forgetCopies } from "./offline-copies";
import { phoneNow } from "./server-clock";
import { forget, remember, remembered } from "./storage";

const NAME = "yike.offline";
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The one cache of server state. The HTTP client repeats what may be repeated, so queries do not; what is cached stays on
 * the screen when a refresh fails.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 10_000, gcTime: DAY_MS, networkMode: "always", refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** What stays on the phone: menus and bookings for a dead zone, and for whom one acts, so that home does not move. */
const KEPT: readonly unknown[] = ["meals", "family"];

/** Takes up what was seen before, and keeps it from now on. */
export function keepForOffline(): void {
  const kept = remembered(NAME) as { at: number; state: DehydratedState } | undefined;
  if (kept && phoneNow() - kept.at < DAY_MS) hydrate(queryClient, kept.state);
  // However young, it is a copy from before: shown at once, asked for again.
  void queryClient.invalidateQueries({ refetchType: "none" });
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    remember(NAME, { at: phoneNow(), state: dehydrate(queryClient, { shouldDehydrateQuery: isWorthKeeping }) });
  });
}

/** What is still on its way has nothing to keep: its promise does not come back from a storage of texts. */
const isWorthKeeping = ({ queryKey, state }: Query): boolean => KEPT.includes(queryKey[0]) && state.data !== undefined;

/** Forgets everything that belonged to the person who was here. */
export function forgetServerState(): void {
  queryClient.clear();
  forget(NAME);
  forgetCopies();
}

/** Follows the phone's network, from how it is when the app is opened. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === "h5") {
    // The query library listens to the browser from now on; it takes for granted that the network is there at first.
    onlineManager.setOnline(navigator.onLine);
    return;
  }
  void Taro.getNetworkType({ success: ({ networkType }) => onlineManager.setOnline(networkType !== "none") });
  Taro.onNetworkStatusChange(({ isConnected }) => onlineManager.setOnline(isConnected));
}
