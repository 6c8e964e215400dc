import type { LiveBlogPlan } from "../archive/plan.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { readSourceFile } from "../read/source-file.ts";
import type { Reading } from "./reading.ts";

/** What makes an SVG more than a picture when somebody opens it by itself: it would run on the site's own origin. */
const ACTIVE = /<(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object)\b|[\s"'/]on[a-z]+\s*=|javascript:|<!ENTITY/i;

/** Something of another origin that an SVG would fetch: `href="https://…"`, `url(https://…)`, `@import`. */
const FOREIGN =
  /(?:href|src)\s*=\s*["']?\s*(?:[a-z]+:)?\/\/|url\(\s*["']?\s*(?:[a-z]+:)?\/\/|@import|<\?xml-stylesheet/i;

/**
 * Content is never executed and asks nobody else for anything: an SVG with scripts, handlers or foreign addresses is
 * refused. Diagnostic: `picture-active`, an error.
 */
export async function checkPictures({ root, found }: Reading, { slug, index }: LiveBlogPlan): Promise<Diagnostic[]> {
  if (index === null) return [];
  const { assets = [] } = found.folders.find((folder) => folder.slug === slug) ?? {};
  const diagnostics: Diagnostic[] = [];
  for (const name of assets.filter((asset) => /\.svg$/i.test(asset))) {
    const file = `content/${slug}/${name}`;
    const { value: source, diagnostics: unreadable } = await readSourceFile(root, file);
    diagnostics.push(...unreadable);
    if (source === null) continue;
    const at = [ACTIVE, FOREIGN].map((sign) => source.text.search(sign)).find((position) => position !== -1);
    if (at !== undefined) diagnostics.push(active(file, source.text.slice(0, at + 1).split("\n")));
  }
  return diagnostics;
}

/** @param before the lines up to the sign */
function active(file: string, before: readonly string[]): Diagnostic {
  return {
    ...{ code: "picture-active", severity: "error", file, line: before.length, column: 1, excerpt: null },
    message: "this SVG holds a script, a handler or an address elsewhere: opened by itself it would run on the site",
    hint: "export it as a plain picture (in Inkscape: Plain SVG), or publish a PNG of it",
  };
}
