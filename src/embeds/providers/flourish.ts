import type { Provider } from "../../model/embed.ts";
import { feedsweep, from, isHost, ref, segments, USUAL } from "./common.ts";

/** Flourish visualisations and stories. Without `auto=1` its frame tells no height. */
export const flourish: Provider = {
  ...USUAL,
  key: "flourish",
  name: "Flourish",
  kind: "chart",
  policies: {
    company: from(
      "https://edit.tosdr.org/documents/15676 (the terms of flourish.studio)",
      "2026-11",
    )("Canva UK Operations Ltd"),
    cookies: null,
    privacy: null,
  },
  behaviour: feedsweep("flourish"),
  match(url) {
    if (!isHost(url, "flo.uri.sh", "public.flourish.studio")) return null;
    const [shelf = "", id = ""] = segments(url);
    if (!/^\d{1,12}$/.test(id)) return null;
    if (shelf === "visualisation") return ref("chart", id);
    return shelf === "story" ? ref("story", id) : null;
  },
  frame: ({ kind, id }) => `https://flo.uri.sh/${kind === "story" ? "story" : "visualisation"}/${id}/embed?auto=1`,
  original: ({ kind, id }) => `https://public.flourish.studio/${kind === "story" ? "story" : "visualisation"}/${id}/`,
  frameOrigins: ["https://flo.uri.sh"],
  size: () => ({ height: 575 }),
  height: () => ({ path: ["height"], when: [["sender"], "Flourish"] }),
};
