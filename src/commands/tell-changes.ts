import type { Report } from "../report/format-json.ts";
import { count } from "../report/order.ts";
import { visible } from "../report/visible.ts";

/** Of longer lists the rest is counted. */
const NAMED = 5;

/**
 * What a build has done, for eyes, and what to do next.
 * @param out the output folder as one would type it · @param serve the command that shows it
 */
export function tellChanges({ changes, diagnostics, liveBlogs, posts }: Report, out: string, serve: string): string {
  if (changes === null) return `\nNothing was written; ${out} is as it was. Mend the errors above and build again.\n`;
  const hasErrors = diagnostics.some(({ severity }) => severity === "error");
  const ready = hasErrors ? "What has no errors is published" : "The site is ready";
  const lines = [
    `${diagnostics.length === 0 ? "" : "\n"}${ready}: ${count(liveBlogs, "live blog")}, ${count(posts, "post")} in ${out}`,
    ...(["added", "changed", "removed"] as const).flatMap((kind) => named(kind, changes[kind])),
    ...(changes.unchanged === 0 ? [] : [`  ${count(changes.unchanged, "file")} as before`]),
    `Look at it: ${serve}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** `  added    3 files: index.html, 404.html, tour/index.html` */
function named(kind: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const more = paths.length - NAMED;
  const names = `${paths.slice(0, NAMED).map(visible).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return [`  ${kind.padEnd(7)}  ${count(paths.length, "file")}: ${names}`];
}
