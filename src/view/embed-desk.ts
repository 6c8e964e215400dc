import type { Config } from "../model/config.ts";
import type { Words } from "../model/strings.ts";

/** What the embeds of a page share: the words that the script says, and how long choices are kept. */
export interface EmbedDesk {
  readonly days: number;
  /** `data-<key>` each, with `{name}`, `{provider}` left for the script to fill in. */
  readonly sayings: readonly { readonly key: string; readonly text: string }[];
  /** The line under the first embed's buttons. */
  readonly keeps: string;
  readonly settings: string;
}

const SAYINGS = [
  ...["loading", "shown", "hidden", "failed", "unkept", "undeleted"],
  ...["asks", "allowed", "dropped", "forgotten"],
] as const;

/** The desk of a page with embeds. */
export function embedDesk(config: Config, words: Words): EmbedDesk {
  const days = String(config.embeds.days);
  return {
    days: config.embeds.days,
    sayings: SAYINGS.map((key) => ({ key, text: words.say(`embeds.${key}`) })),
    keeps: words.say("embeds.keeps", { days }),
    settings: words.say("embeds.settings-inline"),
  };
}
