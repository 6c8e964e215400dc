import { Marked, Renderer, type Tokens } from "marked";
import { linkCard } from "../embeds/link-cards.ts";
import { recognise } from "../embeds/providers/registry.ts";
import type { EmbedQuote } from "../model/block.ts";
import type { EmbedsConfig } from "../model/config.ts";
import { escapeHtml } from "./entities.ts";
import { isExternal, isSafe } from "./links.ts";
import { pastedAt } from "./pasted-block.ts";

/** A provider's address alone on a line, or the code that its "embed" button gives. */
export interface EmbedToken extends Tokens.Generic {
  readonly type: "embed";
  readonly url: string;
  readonly provider: string;
  readonly quote: EmbedQuote | null;
  readonly height: number | null;
  /** Whether it is a frame of a host that nobody has named. */
  readonly unknown: boolean;
}

/** Hosts that the site's owner names: their posts and frames are embeds too. */
export type EmbedHosts = Pick<EmbedsConfig, "mastodon" | "frames">;

const URL_LINE = /^ {0,3}<?(https?:\/\/[^\s<>]{1,2000})>?[ \t]*(?:\n|$)/i;

/** The next line that may be an embed, within the same paragraph: the search ends at a blank line. */
const URL_OR_BLANK = /\n(?: {0,3}<?https?:\/\/|[ \t]*\n)/i;

/** A last paragraph of a quotation that says who spoke: `— Hester Vane, skipper`. */
const ATTRIBUTION = /^(?:—|–|--) ?/;

/** Whether a token is one of ours. */
export function isEmbed(token: Tokens.Generic): token is EmbedToken {
  return token.type === "embed";
}

function link(href: string, title: string | null | undefined, inner: string): string {
  if (!isSafe(href)) return inner;
  const about = title ? ` title="${escapeHtml(title)}"` : "";
  const rel = isExternal(href) ? ' rel="noopener noreferrer external"' : "";
  return `<a href="${escapeHtml(href)}"${about}${rel}>${inner}</a>`;
}

/**
 * Our markdown: GFM in which HTML is text, and a provider's address alone on a line is an embed. Its tokens still need
 * `inspect`, which sees to links, pictures and headings. One for a whole build: each `use` makes marked slower.
 */
export function createDialect({ mastodon, frames }: EmbedHosts): Marked {
  return new Marked({
    gfm: true,
    async: false,
    extensions: [
      {
        name: "embed",
        level: "block",
        start(src) {
          const found = URL_OR_BLANK.exec(src);
          return found === null || found[0].trim() === "" ? undefined : found.index;
        },
        tokenizer(src) {
          const [raw, url] = URL_LINE.exec(src) ?? [];
          if (raw === undefined || url === undefined) {
            const pasted = pastedAt(src);
            if (pasted === null) return undefined;
            const unknown = pasted.unknown && !frames.includes(pasted.provider);
            return { type: "embed", ...pasted, unknown } satisfies EmbedToken;
          }
          const provider = recognise(url, mastodon)?.provider.key ?? linkCard(url)?.key;
          if (provider === undefined) return undefined;
          return { type: "embed", raw, url, provider, quote: null, height: null, unknown: false } satisfies EmbedToken;
        },
        // Inside a quote or list it stays a link: a placeholder has no room there.
        renderer: (token) => (isEmbed(token) ? `<p>${link(token.url, null, escapeHtml(token.url))}</p>\n` : ""),
      },
    ],
    tokenizer: {
      // marked would print what follows <pre> or <script> as it stands; so no block of HTML is ever begun, …
      html: () => undefined,
      // … and a tag is a word like any other.
      tag(src) {
        const raw = src.startsWith("<") ? this.rules.inline.tag.exec(src)?.[0] : undefined;
        return raw === undefined
          ? undefined
          : { type: "html", raw, text: raw, block: false, inLink: false, inRawBlock: false };
      },
      // [^1]: would make a link of every [^1]; there are no footnotes, and both stay text.
      def: (src) => (/^ {0,3}\[\^/.test(src) ? undefined : false),
    },
    renderer: {
      html: ({ text }) => escapeHtml(text),
      blockquote({ tokens }) {
        const last = tokens.at(-1);
        const spoken = last?.type === "paragraph" && tokens.length > 1 && ATTRIBUTION.test(last.raw);
        if (!spoken) return `<blockquote>\n${this.parser.parse(tokens)}</blockquote>\n`;
        const speaker = this.parser.parseInline(last.tokens ?? []).replace(ATTRIBUTION, "");
        return `<blockquote>\n${this.parser.parse(tokens.slice(0, -1))}<footer>${speaker}</footer>\n</blockquote>\n`;
      },
      heading({ tokens, depth }) {
        const inner = this.parser.parseInline(tokens).trim();
        return inner === "" ? "" : `<h${depth}>${inner}</h${depth}>\n`;
      },
      code: ({ text }) => `<pre tabindex="0"><code>${escapeHtml(text.replace(/\n$/, ""))}\n</code></pre>\n`,
      checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
      link({ href, title, tokens }) {
        return link(href, title, this.parser.parseInline(tokens));
      },
      image: ({ text }) => escapeHtml(text),
      table(token) {
        const table = Renderer.prototype.table.call(this, token);
        return `<div class="table" role="group" tabindex="0" aria-label="Table">\n${table}</div>\n`;
      },
      tablecell({ tokens, header, align }) {
        const place = align === null ? "" : ` class="align-${align}"`;
        const inner = this.parser.parseInline(tokens);
        // An empty corner heads nothing.
        return header && inner !== "" ? `<th scope="col"${place}>${inner}</th>\n` : `<td${place}>${inner}</td>\n`;
      },
    },
  });
}
