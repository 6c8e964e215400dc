/**
 * The embeds' script, cut by concern. Its parts are plain scripts that share one scope; they are published as one file
 * (`render/outputs/assets.ts`), the same for every page: what is known of a provider stands in the markup as data.
 * Without the script a page is whole: buttons stay hidden, links to the originals remain. docs/embeds.md says what it
 * promises, by number (T5, T16 …).
 *
 * This part: what the page holds, and saying something on it.
 */

const desk = document.querySelector<HTMLElement>("[data-embeds-site]");
const embeds = [...document.querySelectorAll<HTMLElement>(".embed[data-embed]")];
/** Of the settings page: a party each. */
const rows = [...document.querySelectorAll<HTMLElement>("[data-party]")];

/** A sentence of the desk, its `{names}` filled in from what it is about. */
function say(key: string, about: HTMLElement, more: Readonly<Record<string, string>> = {}): string {
  return (desk?.dataset[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => more[name] ?? about.dataset[name] ?? "");
}

function part(of: HTMLElement, selector: string): HTMLElement | null {
  return of.querySelector<HTMLElement>(selector);
}

/** Tells it in the status line, to listeners; to everybody where it should be seen. */
function tell(about: HTMLElement, text: string, seen = false): void {
  const line = part(about, "[role=status]");
  if (!line) return;
  line.classList.toggle("vh", !seen);
  line.textContent = text;
}

/** For scripts of the site: `embed:shown`, `embed:hidden`, `embed:failed`. */
function announce(embed: HTMLElement, what: "shown" | "hidden" | "failed"): void {
  const detail = { provider: embed.dataset["embed"] };
  embed.dispatchEvent(new CustomEvent(`embed:${what}`, { bubbles: true, detail }));
}

/** The embeds of one party. */
function embedsOf(party: string): readonly HTMLElement[] {
  return embeds.filter(({ dataset }) => dataset["embed"] === party);
}
