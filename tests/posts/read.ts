import type { Amendment, LiveBlogFile, PostFile } from "../../src/model/authored.ts";
import type { Checked, Diagnostic } from "../../src/model/diagnostic.ts";
import type { Source } from "../../src/model/source.ts";
import { readLiveBlogFile } from "../../src/posts/live-blog-file.ts";
import { createMarkdown } from "../../src/posts/markdown.ts";
import { readPostFile } from "../../src/posts/post-file.ts";

const markdown = createMarkdown();

export function source(text: string, file: string): Source {
  return { file, sha256: "", text };
}

/** A text as the post `content/stowford-fair/<stem>.md`. */
export function readPost(text: string, stem = "1132-barrow-wins"): Checked<PostFile | Amendment | null> {
  return readPostFile(source(text, `content/stowford-fair/${stem}.md`), markdown);
}

/** A text as `content/<slug>/index.md`. */
export function readIndex(text: string, slug = "stowford-fair"): Checked<LiveBlogFile | null> {
  return readLiveBlogFile(source(text, `content/${slug}/index.md`), markdown);
}

/** Front matter as the post of that name, with a body of one line. */
export function readKeys(...lines: readonly string[]): Checked<PostFile | Amendment | null> {
  return readPost(["---", ...lines, "---", "Words.", ""].join("\n"));
}

/** `3:7 time-impossible`; warnings and notes say that they are. */
export function listed(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ line, column, severity, code }) => {
    const kind = severity === "error" ? "" : `${severity} `;
    return `${line}:${column} ${kind}${code}`;
  });
}

/** The body of a post with a valid head of two lines and a blank one: the text begins at line 4. */
export function readBody(body: string) {
  const { value, diagnostics } = readPost(`---\ntime: 11:32\n---\n${body}`);
  return { blocks: value?.body ?? [], problems: listed(diagnostics), diagnostics };
}

/** The HTML of a body that is prose throughout. */
export function htmlOf(body: string): string {
  return readBody(body)
    .blocks.map((block) => (block.kind === "prose" ? block.html : `[${block.kind}]`))
    .join("\n");
}
