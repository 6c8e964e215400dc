import type { Config } from "../model/config.ts";
import type { Words } from "../model/strings.ts";

/** What the embeds of a page share: the words that the script says, and where the site's choices are kept. */
export interface EmbedDesk {
  /** Tells this site from others on its origin: `user.example/a/` and `user.example/b/` share one storage. */
  readonly site: string;
  readonly days: number;
  /** `data-<key>` each, with `{name}`, `{provider}` left for the script to fill in. */
  readonly sayings: readonly { readonly key: string; readonly text: string }[];
  /** The line under the first embed's buttons. */
  readonly keeps: string;
  readonly settings: string;
}

const SAYINGS = ["loading", "shown", "hidden", "failed", "unkept", "asks", "allowed", "forgotten"] as const;

/** Below which name the choices are kept: the site's path, or its title where nobody knows its address. */
export function siteId({ url, basePath, title }: Config): string {
  if (url !== null || basePath !== "/") return basePath;
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** The desk of a page with embeds. */
export function embedDesk(config: Config, words: Words): EmbedDesk {
  const days = String(config.embeds.days);
  return {
    site: siteId(config),
    days: config.embeds.days,
    sayings: SAYINGS.map((key) => ({ key, text: words.say(`embeds.${key}`) })),
    keeps: words.say("embeds.keeps", { days }),
    settings: words.say("embeds.settings-inline"),
  };
}
