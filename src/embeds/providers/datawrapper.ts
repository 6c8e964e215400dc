import type { Provider } from "../../model/embed.ts";
import { isHost, NO_POLICIES, ref, segments, USUAL } from "./common.ts";

const ID = /^[\dA-Za-z]{5}$/;
const VERSION = /^\d{1,5}$/;

/** Datawrapper charts: `https://datawrapper.dwcdn.net/ID/VERSION/`. */
export const datawrapper: Provider = {
  ...USUAL,
  key: "datawrapper",
  name: "Datawrapper",
  kind: "chart",
  policies: NO_POLICIES,
  match(url) {
    if (!isHost(url, "datawrapper.dwcdn.net")) return null;
    const [id = "", version = "1"] = segments(url);
    return ID.test(id) && VERSION.test(version) ? ref("chart", id, { version }) : null;
  },
  frame: ({ id, options }) => `https://datawrapper.dwcdn.net/${id}/${options["version"] ?? "1"}/`,
  original: ({ id, options }) => `https://datawrapper.dwcdn.net/${id}/${options["version"] ?? "1"}/`,
  frameOrigins: ["https://datawrapper.dwcdn.net"],
  size: () => ({ height: 400 }),
  height: ({ id }) => ({ path: ["datawrapper-height", id] }),
};
