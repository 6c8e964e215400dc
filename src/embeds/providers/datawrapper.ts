import type { Provider } from "../../model/embed.ts";
import { isHost, NO_POLICIES, ref, segments, USUAL } from "./common.ts";

const ID = /^[\dA-Za-z]{5}$/;
/** Folders of its host that have the shape of an id. */
const NO_IDS = new Set(["share", "fonts", "embed", "chart"]);
const VERSION = /^\d{1,5}$/;

/** Datawrapper charts: `https://datawrapper.dwcdn.net/ID/VERSION/`. */
export const datawrapper: Provider = {
  ...USUAL,
  key: "datawrapper",
  name: "Datawrapper",
  kind: "chart",
  policies: NO_POLICIES,
  behaviour: { source: "https://developer.datawrapper.de/, and a chart's own script", asOf: "2026-11" },
  match(url) {
    if (!isHost(url, "datawrapper.dwcdn.net")) return null;
    const [id = "", version = "1"] = segments(url);
    return ID.test(id) && !NO_IDS.has(id) && VERSION.test(version) ? ref("chart", id, { version }) : null;
  },
  frame: ({ id, options }) => `https://datawrapper.dwcdn.net/${id}/${options["version"] ?? "1"}/`,
  original: ({ id, options }) => `https://datawrapper.dwcdn.net/${id}/${options["version"] ?? "1"}/`,
  frameOrigins: ["https://datawrapper.dwcdn.net"],
  size: () => ({ height: 400 }),
  height: ({ id }) => ({ path: ["datawrapper-height", id] }),
};
