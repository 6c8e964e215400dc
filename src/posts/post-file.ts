import { recognise } from "../embeds/providers/registry.ts";
import type { Amendment, AuthoredTime, Placement, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import type { Located } from "../schema/places.ts";
import { diagnose, quoted } from "../schema/problem.ts";
import { aliasRules } from "./alias-rules.ts";
import { type AuthoredKind, oneLine, oneLineOrNull, readAuthored, readCorrections } from "./authored-file.ts";
import { readTime } from "./authored-time.ts";
import type { Markdown } from "./markdown.ts";
import { postRules } from "./post-rules.ts";
import { nameProblem, webUrlProblem } from "./rules.ts";
import { type PostKeys, postSchema } from "./schema/post.ts";
import { readTarget } from "./target.ts";

const POST: AuthoredKind<PostKeys> = {
  schema: postSchema,
  name: ({ stem }) => nameProblem(stem),
  together: (located) => [...postRules(located), ...embedRule(located), ...aliasRules(located)],
  under: 3,
};

/** An embed's address should be a provider's: others can only be shown as a link. */
function embedRule({ data, values }: Located): readonly Diagnostic[] {
  const embed = typeof data === "object" && data !== null && "embed" in data ? data.embed : null;
  const place = values.get("embed");
  if (typeof embed !== "string" || place === undefined) return [];
  if (webUrlProblem(embed) !== null || recognise(embed) !== null) return [];
  const message = `${quoted(embed)} is not the address of a post or video of any provider known here.`;
  const hint = "Copy the address of the post or video itself, not of a profile; otherwise it stays a plain link.";
  return [diagnose(place, { code: "embed-unknown", message, hint }, "warning")];
}

function readTimeKey(text: string | undefined): AuthoredTime | null {
  if (text === undefined) return null;
  const time = readTime(text);
  return "code" in time ? null : time;
}

function readPlacement({ after, before }: PostKeys): Placement | null {
  if (after !== undefined) return { side: "after", post: after };
  return before === undefined ? null : { side: "before", post: before };
}

/**
 * Reads `content/<slug>/<stem>.md`: a post of its own, or, with `amends:`, an amendment. All its problems come in one run;
 * null where one of them is an error.
 *
 * Errors: those of `readFrontMatter`, `checkAgainst` and the rules (`slug-invalid`, `time-impossible`, `time-incomplete`,
 * `date-impossible`, `path-leaves-folder`, `amends-wrong`), `post-placed-twice`, `key-not-here`,
 * `alias-repeated`, `file-misplaced`; warnings `embed-unknown`, `key-without-effect`; errors and warnings of the body.
 */
export function readPostFile(source: Source, markdown: Markdown): Checked<PostFile | Amendment | null> {
  const { value, diagnostics } = readAuthored(source, markdown, POST);
  if (value === null) return { value: null, diagnostics };

  const { name, keys, located, body } = value;
  const labels = keys.labels?.map(oneLine);
  const fields = {
    file: source.file,
    slug: name.slug,
    stem: name.stem,
    places: located.values,
    time: readTimeKey(keys.time),
    approximate: keys.approximate ?? false,
    headline: oneLineOrNull(keys.headline),
    contributor:
      keys.contributor === undefined
        ? null
        : {
            name: oneLine(keys.contributor.name),
            role: oneLineOrNull(keys.contributor.role),
            kind: "person" as const,
          },
    corrections: readCorrections(keys.corrections),
    added: keys.added === undefined ? null : { date: keys.added, by: oneLineOrNull(keys.by) },
    aliases: keys.aliases ?? [],
    draft: keys.draft ?? false,
    body,
  };
  const target = keys.amends === undefined ? null : readTarget(keys.amends);
  if (target === null || "code" in target) {
    const placement = readPlacement(keys);
    return { value: { kind: "post", ...fields, placement, labels: labels ?? [], key: keys.key ?? false }, diagnostics };
  }
  return {
    value: {
      kind: "amendment",
      ...fields,
      target,
      labels: labels ?? null,
      key: keys.key ?? null,
      embed: keys.embed ?? null,
      image: keys.image ?? null,
    },
    diagnostics,
  };
}
