import type { Diagnostic } from "../model/diagnostic.ts";
import type { LiveBlog } from "../model/live-blog.ts";

/**
 * Whether a live blog has a dump that another one has byte for byte under another name: each claims a copy of one page.
 * @param known the first file and slug with those bytes, by SHA-256; this live blog's own are added
 * Diagnostic: `dump-shared`, a warning at the second file.
 */
export function sharedBytes(
  { slug, dumps }: Pick<LiveBlog, "slug" | "dumps">,
  known: Map<string, { readonly file: string; readonly slug: string }>,
): readonly Diagnostic[] {
  return dumps.flatMap(({ file, sha256 }): readonly Diagnostic[] => {
    const first = known.get(sha256);
    if (first === undefined) known.set(sha256, { file, slug });
    if (first === undefined || first.slug === slug) return [];
    return [
      {
        ...{ code: "dump-shared", severity: "warning", file, line: 1, column: 1, excerpt: null },
        message: `${file}, which "${slug}" claims, is ${first.file} of "${first.slug}" byte for byte: the same posts are published in both.`,
        hint: "A dump is one page of one live blog: take one of the two files out of seeds/ and out of its index.md.",
      },
    ];
  });
}
