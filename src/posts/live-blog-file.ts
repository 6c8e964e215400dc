import type { EventFacts, LiveBlogFile } from "../model/authored.ts";
import type { Checked } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { aliasRules } from "./alias-rules.ts";
import { type AuthoredKind, oneLine, oneLineOrNull, readAuthored, readCorrections } from "./authored-file.ts";
import { readTime } from "./authored-time.ts";
import type { Markdown } from "./markdown.ts";
import { slugProblem } from "./rules.ts";
import { type LiveBlogKeys, liveBlogSchema } from "./schema/live-blog.ts";

/** A date-time in one form: `2017-04-23 08:55:00` → `2017-04-23T08:55`. */
function localDateTime(text: string | undefined): string | null {
  if (text === undefined) return null;
  const time = readTime(text);
  return "code" in time || time.date === null ? null : `${time.date}T${time.time}`;
}

function readEvent(event: LiveBlogKeys["event"]): EventFacts | null {
  if (event === undefined) return null;
  return { start: localDateTime(event.start), end: localDateTime(event.end), venue: oneLineOrNull(event.venue) };
}

const LIVE_BLOG: AuthoredKind<LiveBlogKeys> = {
  schema: liveBlogSchema,
  name: ({ slug }) => slugProblem(slug),
  together: aliasRules,
  under: 1,
};

/**
 * Reads `content/<slug>/index.md`. All its problems come in one run; null where one of them is an error
 * (`authoredName` still says which live blog is out).
 *
 * Errors: those of `readFrontMatter`, `checkAgainst` and the rules (`slug-invalid`, `slug-reserved`, `date-impossible`,
 * `time-impossible`, `timezone-unknown`, `path-leaves-folder`), `alias-repeated`, `file-misplaced`; errors and warnings of the body.
 */
export function readLiveBlogFile(source: Source, markdown: Markdown): Checked<LiveBlogFile | null> {
  const { value, diagnostics } = readAuthored(source, markdown, LIVE_BLOG);
  if (value === null) return { value: null, diagnostics };

  const { name, keys, located, body } = value;
  const index: LiveBlogFile = {
    file: source.file,
    slug: name.slug,
    stem: name.stem,
    places: located.values,
    title: oneLine(keys.title),
    date: keys.date ?? null,
    timezone: keys.timezone ?? null,
    place: oneLineOrNull(keys.place),
    lang: keys.lang ?? null,
    series: keys.series ?? null,
    dumps: (keys.dumps ?? []).map((dump) => {
      if (typeof dump === "string") return { pattern: dump, page: null, dialect: null, licence: null };
      const { file, page, dialect = null, licence } = dump;
      return {
        ...{ pattern: file, dialect, licence: oneLineOrNull(licence) },
        page: page === undefined ? null : Number(page),
      };
    }),
    summary:
      keys.summary?.map((bullet) =>
        typeof bullet === "string"
          ? { text: oneLine(bullet), post: null }
          : { text: oneLine(bullet.text), post: bullet.post ?? null },
      ) ?? null,
    event: readEvent(keys.event),
    aliases: keys.aliases ?? [],
    corrections: readCorrections(keys.corrections),
    draft: keys.draft ?? false,
    body,
  };
  return { value: index, diagnostics };
}
