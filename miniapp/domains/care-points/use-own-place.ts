import { useState } from "react";
import { findSurroundings, type FoundPosition } from "@miniapp/core/find-position";

/** Where one is oneself, once one has asked for it: it stays on this page and is sent nowhere as such. */
export function useOwnPlace(onFound: (place: FoundPosition) => void = () => undefined) {
  const [search, setSearch] = useState<"idle" | "under-way" | "failed">("idle");
  const [place, setPlace] = useState<FoundPosition | null>(null);
  const find = async () => {
    setSearch("under-way");
    const found = await findSurroundings();
    setSearch(found ? "idle" : "failed");
    if (!found) return;
    setPlace(found);
    onFound(found);
  };
  return { place, search, find };
}

export type OwnPlace = ReturnType<typeof useOwnPlace>;
