import { mergeLiveBlog } from "../archive/live-blog.ts";
import type { LiveBlogPlan } from "../archive/plan.ts";
import { readDump } from "../dumps/read-dump.ts";
import type { Amendment, Folder, LiveBlogFile, PostFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Dump } from "../model/dump.ts";
import type { LiveBlog } from "../model/live-blog.ts";
import { readPostFile } from "../posts/post-file.ts";
import { readSourceFile } from "../read/source-file.ts";
import type { Reading } from "./reading.ts";

/**
 * Pass two, for one live blog: reads everything that it is made of and merges it. What cannot be read is left out and
 * reported. Diagnostics: those of `readSourceFile`, `readDump`, `readPostFile` and `mergeLiveBlog`.
 */
export async function makeLiveBlog(reading: Reading, plan: LiveBlogPlan): Promise<Checked<LiveBlog>> {
  const diagnostics: Diagnostic[] = [];
  const take = <T>(checked: Checked<T>): T => {
    diagnostics.push(...checked.diagnostics);
    return checked.value;
  };
  const dumps: { dump: Dump; page: number | null }[] = [];
  for (const { file, page } of plan.dumps) {
    const source = take(await readSourceFile(reading.root, file));
    if (source !== null) dumps.push({ dump: take(readDump(source)), page });
  }
  const folder = plan.index === null ? null : take(await readFolder(reading, plan.index));
  const { slug, title } = plan;
  return { value: take(mergeLiveBlog({ slug, title, folder, dumps })), diagnostics };
}

async function readFolder({ root, found, markdown, drafts }: Reading, index: LiveBlogFile): Promise<Checked<Folder>> {
  const { slug } = index;
  const { posts: names = [], assets = [] } = found.folders.find((folder) => folder.slug === slug) ?? {};
  const diagnostics: Diagnostic[] = [];
  const posts: PostFile[] = [];
  const amendments: Amendment[] = [];
  for (const name of names) {
    const source = await readSourceFile(root, `content/${slug}/${name}`);
    diagnostics.push(...source.diagnostics);
    if (source.value === null) continue;
    const { value: post, diagnostics: problems } = readPostFile(source.value, markdown);
    diagnostics.push(...problems);
    if (post === null || (post.draft && !drafts)) continue;
    if (post.kind === "post") posts.push(post);
    else amendments.push(post);
  }
  return { value: { slug, index, posts, amendments, assets }, diagnostics };
}
