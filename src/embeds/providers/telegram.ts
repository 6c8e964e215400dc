import type { Provider } from "../../model/embed.ts";
import { feedsweep, isHost, ownPolicy, ref, USUAL } from "./common.ts";

/** `/CHANNEL/N`, `/s/CHANNEL/N`. */
const POST = /^\/(?:s\/)?([a-zA-Z]\w{3,31})\/(\d{1,10})\/?$/;

/** Posts of public Telegram channels. */
export const telegram: Provider = {
  ...USUAL,
  key: "telegram",
  name: "Telegram",
  printed: ["Telegram"],
  kind: "post",
  policies: {
    company: ownPolicy("Telegram/Privacy Policy.md", "2026-08")("Telegram Messenger Inc."),
    cookies: null,
    privacy: null,
  },
  behaviour: feedsweep("telegram"),
  match(url) {
    if (!isHost(url, "t.me", "telegram.me", "telegram.dog")) return null;
    const [, channel, id] = POST.exec(url.pathname) ?? [];
    return channel === undefined || id === undefined ? null : ref("post", id, { channel });
  },
  frame: ({ id, options }) => `https://t.me/${options["channel"] ?? ""}/${id}?embed=1`,
  original: ({ id, options }) => `https://t.me/${options["channel"] ?? ""}/${id}`,
  frameOrigins: ["https://t.me"],
  size: () => ({ height: 300 }),
  maxWidth: 600,
  height: () => ({ path: ["height"], when: [["event"], "resize"] }),
};
