import type { OutputFile } from "../model/output.ts";
import { gathered } from "../view/gathered.ts";
import { type MentionKind, mentionIndexView, mentionPageView } from "../view/mention-pages.ts";
import type { WholeSite } from "./outputs/registry.ts";

/** The pages of everybody or everything that is mentioned, and the list of them; none where nothing is. */
export function mentionPages(
  { config, mentions, strings, render }: WholeSite,
  kind: MentionKind,
): readonly OutputFile[] {
  const entries = gathered(mentions, kind);
  if (entries.length === 0) return [];
  const wantedBy = `output "${kind}"`;
  const index = render("mentions-index", mentionIndexView(config, strings, kind, entries));
  return [
    { path: `${kind}/index.html`, content: { text: index }, wantedBy },
    ...entries.map((entry) => ({
      path: `${entry.page}index.html`,
      content: { text: render("mentions", mentionPageView(config, strings, kind, entry)) },
      wantedBy,
    })),
  ];
}
