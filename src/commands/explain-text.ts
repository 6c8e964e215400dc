import type {
  AuthoredExplanation,
  BoundaryFacts,
  DialectFacts,
  DumpExplanation,
  EntryFacts,
  Explanation,
  LineExplanation,
} from "../explain/shapes.ts";
import { formatText } from "../report/format-text.ts";
import { count } from "../report/order.ts";
import { type Paint, paintFor } from "../report/paint.ts";
import { visible } from "../report/visible.ts";
import { type Fact, place, postFactLines } from "./explain-post-text.ts";

const NAMES = 10;
/** Enough of a line to know it by; the JSON has all of it. */
const LONGEST = 2000;

/** Spaces that look like others, and those at the end of a line that nobody sees. */
function rawLine(text: string): string {
  const cut = text.slice(0, LONGEST);
  const shown = visible(cut)
    .replaceAll(/[\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000]/g, (space) => {
      return `<U+${(space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}>`;
    })
    .replace(/ +$/, (spaces) => "·".repeat(spaces.length));
  return text.length > LONGEST ? `${shown} … (${text.length} characters)` : shown;
}

/** An explanation for eyes: one fact a line, its name before it. */
export function explanationText(explanation: Explanation, colour: boolean): string {
  const paint = paintFor(colour);
  const { diagnostics } = explanation;
  const body = [...headOf(explanation, paint), "", ...factLines(factsOf(explanation, paint), paint)];
  if (explanation.kind === "dump") body.push("", ...entryTable(explanation, paint));
  const problems = diagnostics.length === 0 ? [] : ["", formatText(diagnostics, { colour }).trimEnd()];
  return `${[...body, ...problems].join("\n")}\n`;
}

function headOf(explanation: Explanation, paint: Paint): readonly string[] {
  const file = visible(explanation.file);
  if (explanation.kind !== "line") return [paint("bold", file)];
  return [paint("bold", `${file}:${explanation.line}`), "", `  ${paint("dim", "│")} ${rawLine(explanation.text)}`];
}

function factLines(facts: readonly Fact[], paint: Paint): readonly string[] {
  return facts.flatMap(([name, ...lines]) =>
    lines.map((line, at) => `${paint("dim", (at === 0 ? name : "").padEnd(NAMES))}${line}`),
  );
}

function factsOf(explanation: Explanation, paint: Paint): readonly Fact[] {
  switch (explanation.kind) {
    case "line":
      return lineFacts(explanation, paint);
    case "dump":
      return dumpFacts(explanation);
    case "authored":
      return authoredFacts(explanation, paint);
  }
}

function lineFacts(explanation: LineExplanation, paint: Paint): readonly Fact[] {
  const { dialect, ledger, means, shown, entry, block, boundary, post, page } = explanation;
  const { role, start, end } = ledger;
  const also = start === end ? "" : ` (with lines ${start} to ${end})`;
  return [
    dialectFact(dialect),
    ["role", `${paint("bold", visible(role))}: ${means}${also}`],
    ...(block === null ? [] : [["block", `${block.kind}, ${span(block)}`] as const]),
    ...entryFact(explanation, entry, paint),
    ...(boundary === null || explanation.line === entry?.start
      ? []
      : [["a start?", "no entry starts here", ...boundaryWords(boundary)] as const]),
    ["readers", readersWords(shown, page !== null)],
    ...(post === null ? [] : postFactLines(post, paint)),
    ...pageFact(explanation),
  ];
}

/** `see it above its post's words`, `do not see it: there is nothing on it` */
function readersWords(shown: string, isOnPage: boolean): string {
  if (shown.startsWith("not")) return `${isOnPage ? "do not" : "would not"} see it${shown.slice("not".length)}`;
  return `${isOnPage ? "see" : "would see"} it ${shown}`;
}

function dialectFact({ name, chosenBy, claims }: DialectFacts): Fact {
  const speaks = ({ why, lines }: DialectFacts["claims"][number]): string =>
    `${visible(why)} (${count(lines, "line")} ${lines === 1 ? "says" : "say"} so)`;
  const own = claims.find(({ dialect }) => dialect === name);
  const others = claims.filter((claim) => claim !== own);
  const chosen = chosenBy === null ? [] : [`chosen by ${visible(chosenBy)}`];
  const why = own === undefined ? (chosenBy === null ? ["no dialect claimed the dump"] : []) : [speaks(own)];
  return [
    "dialect",
    `${name}: ${[...chosen, ...why].join("; ")}`,
    ...others.map((claim) => `${claim.dialect} claimed it too: ${speaks(claim)}`),
  ];
}

const span = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  start === end ? `line ${start}` : `lines ${start} to ${end}`;

function entryFact({ dialect }: LineExplanation, entry: EntryFacts | null, paint: Paint): readonly Fact[] {
  if (entry === null) return [["entry", "none: no entry holds this line"]];
  const { n, headline, labels, contributor, printed, certain, cue, boundary } = entry;
  const sure = certain ? paint("good", "certain") : paint("warning", "a judgement");
  const who =
    contributor === null
      ? null
      : `by ${visible(contributor.name)}${contributor.role === null ? "" : `, ${visible(contributor.role)}`}`;
  const about = [labels.length === 0 ? null : `labels: ${labels.map(visible).join(", ")}`, who];
  return [
    [
      "entry",
      `${n}, ${span(entry)}, ${headline === null ? "without a headline" : `"${visible(headline)}"`}`,
      ...about.filter((line) => line !== null),
      `starts at line ${entry.start}, ${sure}: ${visible(cue)}`,
      ...(boundary === null ? [] : boundaryWords(boundary)),
    ],
    ["printed", printed === null ? `no time: ${dialect.name} read none for this entry` : visible(printed)],
  ];
}

/** `score +1.9: follows an embed +3.0, refers back -0.6`, and what that makes of the whole page. */
function boundaryWords(boundary: BoundaryFacts): readonly string[] {
  const words = boundary.cues.map(({ name, weight }) => `${visible(name)} ${signed(weight)}`);
  return [
    `score ${signed(boundary.score)}${words.length === 0 ? "" : `: ${words.join(", ")}`}`,
    `the whole page ${pageWords(boundary)}`,
  ];
}

/** `+12.6 with a start here, +10.8 without`: the higher was taken. */
const pageWords = ({ withStart, without }: BoundaryFacts): string =>
  `${signed(withStart)} with a start here, ${signed(without)} without`;

const signed = (n: number): string => `${n > 0 ? "+" : ""}${n.toFixed(1)}`;

function pageFact({ page, homeless }: Explanation): readonly Fact[] {
  if (page === null) return homeless === null ? [] : [["page", `none: ${visible(homeless)}`]];
  const draft = page.draft ? ", a draft: build leaves it out without --drafts" : "";
  return [["page", `${visible(page.file)}, ${visible(page.title)}${draft}`]];
}

function dumpFacts(explanation: DumpExplanation): readonly Fact[] {
  const { dialect, changes, lines, roles, entries, order, pageNumber, copies, sha256 } = explanation;
  const unsure = entries.filter(({ certain }) => !certain).length;
  const starts = unsure === 0 ? "" : `, ${unsure} of them with a start that is a judgement (?)`;
  return [
    dialectFact(dialect),
    ...changes.map(({ start, dialect: other }): Fact => {
      const [, ...words] = dialectFact(other);
      return ["", `from line ${start} on`, ...words];
    }),
    ["lines", `${lines}: ${roles.map((role) => `${role.lines} ${visible(role.role)}`).join(", ")}`],
    ["entries", `${entries.length}, ${order === "newest-first" ? "newest first" : "oldest first"}${starts}`],
    ...(pageNumber === null ? [] : [["original", `page ${pageNumber}`] as const]),
    ...(copies.length === 0 ? [] : [["copies", ...copies.map(visible)] as const]),
    ...pageFact(explanation),
    ["sha-256", sha256],
  ];
}

/** ```text
 *     n  lines     time   post
 * ?   2  13-20     –      p-the-boats-are-out   follows an embed; score +1.8: …
 * ```
 */
function entryTable({ entries }: DumpExplanation, paint: Paint): readonly string[] {
  if (entries.length === 0) return [];
  const rows = entries.map((entry) => {
    const { n, start, end, certain, cue, boundary, post, printed, mergedWith, headline } = entry;
    const time = /\d\d?[:.]\d\d/.exec(printed ?? "")?.[0] ?? "–";
    const why = certain
      ? ""
      : paint(
          "dim",
          `  ${visible(cue)}${boundary === null ? "" : `, score ${signed(boundary.score)} (page ${pageWords(boundary)})`}`,
        );
    const name = post ?? headline ?? "";
    const merged = mergedWith.map((other) => `  + ${place(other)}`).join("");
    const cells = [String(n).padStart(3), `${start}-${end}`.padEnd(11), time.padEnd(6), visible(name)];
    return `${certain ? " " : paint("warning", "?")} ${cells.join("  ")}${merged}${why}`;
  });
  return [paint("dim", `    n  ${"lines".padEnd(11)}  ${"time".padEnd(6)}  post`), ...rows];
}

const WHAT: Readonly<Record<AuthoredExplanation["role"], string>> = {
  "live-blog": "the live blog itself",
  post: "a post of its own",
  amendment: "amends an entry, and is no post of its own",
  draft: "a draft: it is left out until `draft: true` is gone (--drafts shows where it would stand)",
  about: "the words of the page about the archive, at /about/",
  unread: "nothing yet: it has errors, or it is no file that a live blog is made of (afterlive check says more)",
};

function authoredFacts(explanation: AuthoredExplanation, paint: Paint): readonly Fact[] {
  const { role, changes, amends, post, dumps, posts } = explanation;
  const sources = dumps.map(
    ({ file, page, dialect }) => `${visible(file)}, ${dialect}${page === null ? "" : `, page ${page} of the original`}`,
  );
  return [
    ["is", WHAT[role]],
    ...(sources.length === 0 ? [] : [["dumps", ...sources] as const]),
    ...(posts === null ? [] : [["posts", String(posts)] as const]),
    ...(role === "amendment" && post === null ? [["amends", "nothing: there is no such entry or post"] as const] : []),
    ...(amends.length === 0 ? [] : [["amends", ...amends.map(place)] as const]),
    ...(changes.length === 0 ? [] : [["says", changes.join(", ")] as const]),
    ...(post === null ? [] : postFactLines(post, paint)),
    ...pageFact(explanation),
  ];
}
