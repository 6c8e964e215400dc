import type { OutputFile } from "../model/output.ts";
import { gathered } from "../view/gathered.ts";
import { type MentionKind, mentionIndexView, mentionPageView } from "../view/mention-pages.ts";
import type { WholeSite } from "./outputs/registry.ts";

/**
 * The pages of everybody or everything that is mentioned, and the list of them; none where nothing is. Each is rendered
 * when it is asked for: all of them together are as many as the archive is large.
 */
export function* mentionPages(
  { config, mentions, strings, render }: WholeSite,
  kind: MentionKind,
): Generator<OutputFile> {
  const entries = gathered(mentions, kind);
  if (entries.length === 0) return;
  const wantedBy = `output "${kind}"`;
  const index = render("mentions-index", mentionIndexView(config, strings, kind, entries));
  yield { path: `${kind}/index.html`, content: { text: index }, wantedBy };
  for (const entry of entries) {
    const text = render("mentions", mentionPageView(config, strings, kind, entry));
    yield { path: `${entry.page}index.html`, content: { text }, wantedBy };
  }
}
