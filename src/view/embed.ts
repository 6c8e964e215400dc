import { providerOf, recognise } from "../embeds/providers/registry.ts";
import type { Embed } from "../model/block.ts";
import type { Provider } from "../model/embed.ts";
import { withArticle } from "./wording.ts";

/** An embed that loads on the reader's click: embeds.md 3.0 names its parts. */
export interface GatedEmbed {
  readonly kind: "embed";
  readonly partial: "block-embed";
  /** Unique on the page. */
  readonly id: string;
  readonly provider: string;
  /** `X post`, `YouTube video`; with a number where the page has several. */
  readonly name: string;
  readonly title: string;
  readonly explanation: string;
  readonly cookies: string | null;
  readonly privacy: string | null;
  readonly show: string;
  readonly original: string;
  readonly frame: string;
  readonly frameOrigins: readonly string[];
  readonly height: number | null;
  readonly ratio: string | null;
  readonly allow: string;
  readonly referrer: string;
}

/** An embed that only a link can lead to, or of which nothing but the place is left. */
export interface LostEmbed {
  readonly kind: "lost-embed";
  readonly partial: "block-lost-embed";
  readonly sentence: string;
  readonly link: string | null;
}

/** Numbers the embeds of a page, so that ids are unique and names tell them apart. */
export interface EmbedCounter {
  /** How many of each provider the page has. */
  readonly totals: ReadonlyMap<string, number>;
  readonly seen: Map<string, number>;
}

function title(provider: Provider, { printed }: Embed): string {
  const formerly = printed !== null && printed !== provider.name && !printed.includes(provider.name);
  return formerly ? `${provider.name} (${printed} when this was printed)` : provider.name;
}

/** The sentence for an embed whose link nobody kept. */
function lost(embed: Embed): LostEmbed {
  const provider = providerOf(embed.provider);
  const name = provider === null ? (embed.printed ?? embed.provider) : title(provider, embed);
  const thing =
    provider === null || provider.name === name ? `${name} ${provider?.noun ?? "post"}` : `post from ${name}`;
  const [first = "", ...rest] = withArticle(thing);
  return {
    ...{ kind: "lost-embed", partial: "block-lost-embed", link: null },
    sentence: `${first.toUpperCase()}${rest.join("")} stood here. Its link is not in the archived text.`,
  };
}

/** An embed as a template prints it: gated where it can be loaded, else in words, with a plain link if there is one. */
export function embedView(embed: Embed, counter: EmbedCounter): GatedEmbed | LostEmbed {
  if (embed.url === null) return lost(embed);
  const known = recognise(embed.url);
  if (known === null)
    return {
      kind: "lost-embed",
      partial: "block-lost-embed",
      sentence: "Something embedded stood here.",
      link: embed.url,
    };
  const { provider, ref } = known;
  const number = (counter.seen.get(provider.key) ?? 0) + 1;
  counter.seen.set(provider.key, number);
  const several = (counter.totals.get(provider.key) ?? 0) > 1;
  const thing = `${provider.name} ${provider.noun}`;
  return {
    kind: "embed",
    partial: "block-embed",
    id: `em-${provider.key}-${number}`,
    provider: provider.name,
    name: several ? `${thing} ${number}` : thing,
    title: `Load this ${provider.noun} from ${title(provider, embed)}?`,
    explanation: `Loading it tells ${provider.name} your IP address and browser, and ${provider.name} may set cookies.`,
    cookies: provider.policies.cookies,
    privacy: provider.policies.privacy,
    show: `Show this ${provider.noun}`,
    original: provider.original(ref),
    frame: provider.frame(ref),
    frameOrigins: provider.frameOrigins,
    height: "height" in provider.size ? provider.size.height : null,
    ratio: "ratio" in provider.size ? provider.size.ratio.toFixed(4) : null,
    allow: provider.allow.join("; "),
    referrer: provider.referrer,
  };
}
