import { mergeLiveBlog } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import { readDump } from "../dumps/read-dump.ts";
import type { Amendment, Folder, LiveBlogFile, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import { readPostFile } from "../posts/post-file.ts";
import type { FoundSources } from "../read/find-sources.ts";
import { readSourceFile } from "../read/source-file.ts";

/**
 * Pass two, for one live blog: reads everything that it is made of and merges it. What cannot be read is left out and
 * reported. Diagnostics: those of `readSourceFile`, `readDump`, `readPostFile` and `mergeLiveBlog`.
 */
export async function makeLiveBlog(
  root: string,
  plan: LiveBlogPlan,
  found: FoundSources,
  drafts: boolean,
): Promise<Checked<LiveBlog>> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>(checked: Checked<T>): T => {
    diagnostics.push(...checked.diagnostics);
    return checked.value;
  };
  const dumps: { dump: Dump; page: number | null }[] = [];
  for (const { file, page } of plan.dumps) {
    const source = take(await readSourceFile(root, file));
    if (source !== null) dumps.push({ dump: take(readDump(source)), page });
  }
  const folder = plan.index === null ? null : take(await readFolder(root, plan.index, found, drafts));
  const { slug, title } = plan;
  return { value: take(mergeLiveBlog({ slug, title, folder, dumps })), diagnostics };
}

async function readFolder(
  root: string,
  index: LiveBlogFile,
  found: FoundSources,
  drafts: boolean,
): Promise<Checked<Folder>> {
  const { slug } = index;
  const { posts: names = [], assets = [] } = found.folders.find((folder) => folder.slug === slug) ?? {};
  const diagnostics: Diagnostic[] = [];
  const posts: PostFile[] = [];
  const amendments: Amendment[] = [];
  for (const name of names) {
    const source = await readSourceFile(root, `content/${slug}/${name}`);
    diagnostics.push(...source.diagnostics);
    if (source.value === null) continue;
    const { value: post, diagnostics: problems } = readPostFile(source.value);
    diagnostics.push(...problems);
    if (post === null || (post.draft && !drafts)) continue;
    if (post.kind === "post") posts.push(post);
    else amendments.push(post);
  }
  return { value: { slug, index, posts, amendments, assets }, diagnostics };
}
