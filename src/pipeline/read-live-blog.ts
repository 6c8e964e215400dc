import { checkClaims } from "../archive/check-claims.ts";
import type { LiveBlogSources } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import type { SourceDump } from "../archive/posts.ts";
import { dialectNamed } from "../dumps/dialects/registry.ts";
import { readDump } from "../dumps/read-dump.ts";
import type { Amendment, Folder, LiveBlogFile, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { PictureSize } from "../model/picture.ts";
import { readPostFile } from "../posts/post-file.ts";
import { readPictureSize } from "../read/picture-size.ts";
import { readSourceFile } from "../read/source-file.ts";
import type { Reading } from "./reading.ts";

/**
 * Reads everything that one live blog is made of. Of a dump that is there under several names, one is read.
 * Diagnostics: those of `readSourceFile`, `readDump`, `readPostFile`, `readPictureSize` and `checkClaims`; `dump-twice`.
 */
export async function readLiveBlog(reading: Reading, plan: LiveBlogPlan): Promise<Checked<LiveBlogSources>> {
  const { slug, title, index } = plan;
  const dumps = await readDumps(reading, plan);
  const claims = index === null ? [] : checkClaims(index, dumps.value);
  const folder = index === null ? { value: null, diagnostics: [] } : await readFolder(reading, index);
  return {
    value: { slug, title, folder: folder.value, dumps: dumps.value },
    diagnostics: [...dumps.diagnostics, ...claims, ...folder.diagnostics],
  };
}

async function readDumps({ root }: Reading, plan: LiveBlogPlan): Promise<Checked<readonly SourceDump[]>> {
  const diagnostics: Diagnostic[] = [];
  const dumps = new Map<string, SourceDump>();
  for (const { file, page, dialect, licence, claim } of plan.dumps) {
    const { value: source, diagnostics: unreadable } = await readSourceFile(root, file);
    diagnostics.push(...unreadable);
    if (source === null) continue;
    const { sha256 } = source;
    const twin = dumps.get(sha256);
    if (twin !== undefined) {
      diagnostics.push(dumpTwice(file, twin.dump.file));
      const said = { page: twin.page ?? page, licence: twin.licence ?? licence };
      dumps.set(sha256, { ...twin, ...said, copies: [...(twin.copies ?? []), file] });
      continue;
    }
    const { value: dump, diagnostics: problems } = readDump(source, undefined, dialectNamed(dialect ?? ""));
    diagnostics.push(...problems);
    dumps.set(sha256, { dump, page, licence, claim });
  }
  return { value: [...dumps.values()], diagnostics };
}

function dumpTwice(file: string, first: string): Diagnostic {
  return {
    ...{ code: "dump-twice", severity: "warning", file, line: 1, column: 1, excerpt: null },
    message: `${file} is ${first} once more, byte for byte, so what both hold is published once.`,
    hint: "Take one of the two out of seeds/, and out of index.md if it stands there. If they were to be two pages of the original, one page was saved twice and the other is still missing.",
  };
}

async function readFolder({ root, found, markdown, drafts }: Reading, index: LiveBlogFile): Promise<Checked<Folder>> {
  const { slug } = index;
  const { posts: names = [], assets = [] } = found.folders.find((folder) => folder.slug === slug) ?? {};
  const diagnostics: Diagnostic[] = [];
  const posts: PostFile[] = [];
  const amendments: Amendment[] = [];
  const unpublished: string[] = [];
  for (const name of names) {
    const source = await readSourceFile(root, `content/${slug}/${name}`);
    diagnostics.push(...source.diagnostics);
    if (source.value === null) continue;
    const { value: post, diagnostics: problems } = readPostFile(source.value, markdown);
    diagnostics.push(...problems);
    if (post === null) continue;
    if (post.draft && !drafts) {
      if (post.kind === "post") unpublished.push(post.stem);
    } else if (post.kind === "post") posts.push(post);
    else amendments.push(post);
  }
  const sizes = new Map<string, PictureSize | null>();
  for (const name of assets) {
    const { value: size, diagnostics: unmeasured } = await readPictureSize(root, `content/${slug}/${name}`);
    diagnostics.push(...unmeasured);
    sizes.set(name, size);
  }
  return { value: { slug, index, posts, amendments, drafts: unpublished, assets: sizes }, diagnostics };
}
