import type { PostFacts, Source } from "../explain/shapes.ts";
import type { Paint } from "../report/paint.ts";
import { visible } from "../report/visible.ts";

/** A fact: what it is about, and one line or more about it. */
export type Fact = readonly [name: string, ...lines: readonly string[]];

/** A post for eyes: what it was made of, its time, where it stands and where it leads. */
export function postFactLines(post: PostFacts, paint: Paint): readonly Fact[] {
  const { id, aliases, sources, captures, amendedBy, stamp, stands, previous, next, link } = post;
  const [shown, ...others] = sources;
  const different = new Set(captures.map(place));
  const merged = others.map(
    (other) => `merged with ${place(other)}${different.has(place(other)) ? ", which reads differently" : ""}`,
  );
  const changes = (words: readonly string[]): string => (words.length === 0 ? "nothing" : words.join(", "));
  return [
    [
      "post",
      paint("bold", visible(id)),
      ...(aliases.length === 0 ? [] : [`also known as ${aliases.map(visible).join(", ")}`]),
      ...(others.length === 0 || shown === undefined ? [] : [`in the words of ${place(shown)}`]),
      ...merged,
      ...amendedBy.map(({ file, changes: words }) => `amended by ${visible(file)}: ${changes(words)}`),
    ],
    ["time", ...(stamp === null ? ["none"] : stampLines(stamp))],
    ["stands", stands, between(previous, next)],
    ["link", paint("bold", visible(link))],
  ];
}

/** `seeds/a.txt:3-9`, or an author's file. */
export const place = ({ file, start, end }: Source): string =>
  visible(start === null || end === null ? file : `${file}:${start}-${end}`);

function stampLines({ clock, at, origin, rule, why }: NonNullable<PostFacts["stamp"]>): readonly string[] {
  const how = origin === "inferred" ? `inferred by the rule ${rule}: ${why}` : why;
  return [at === null ? clock : `${clock}, which is ${at}`, how];
}

function between(previous: string | null, next: string | null): string {
  if (previous === null && next === null) return "the only post";
  if (previous === null) return `the first, before ${visible(next ?? "")}`;
  return next === null ? `the last, after ${visible(previous)}` : `after ${visible(previous)}, before ${visible(next)}`;
}
