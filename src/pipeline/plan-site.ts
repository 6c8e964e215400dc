import { type LiveBlogPlan, planFolders, planUnclaimed, unclaimedDump } from "../archive/plan.ts";
import { remember, type UnclaimedDump } from "../archive/unclaimed.ts";
import { readDump } from "../dumps/read-dump.ts";
import type { LiveBlogFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { readLiveBlogFile } from "../posts/live-blog-file.ts";
import { readPostFile } from "../posts/post-file.ts";
import { slugProblem } from "../posts/rules.ts";
import type { FoundFolder } from "../read/find-sources.ts";
import { readSourceFile } from "../read/source-file.ts";
import { checkDialects } from "./check-dialects.ts";
import type { Reading } from "./reading.ts";

/**
 * Pass one: every `index.md`, which dumps it claims, and what becomes of the dumps that nobody claims.
 * Diagnostics: those of `readLiveBlogFile`, `planFolders`, `checkDialects` and `planUnclaimed`; `live-blog-missing`.
 */
export async function planSite(reading: Reading): Promise<Checked<readonly LiveBlogPlan[]>> {
  const diagnostics: Diagnostic[] = [];
  const indexes: LiveBlogFile[] = [];
  const { root, found, untitled } = reading;
  let whole = true;
  for (const folder of found.folders) {
    const index = folder.hasIndex ? await readIndex(reading, folder) : { value: null, diagnostics: orphans(folder) };
    diagnostics.push(...index.diagnostics);
    if (index.value !== null) indexes.push(index.value);
    else {
      whole = false;
      if (folder.hasIndex) diagnostics.push(...(await problemsOfPosts(reading, folder)));
    }
  }
  const claims = planFolders(indexes, found.dumps);
  diagnostics.push(...claims.diagnostics, ...indexes.flatMap(checkDialects));
  const owned = new Set(claims.value.flatMap(({ dumps }) => dumps.map(({ file }) => file)));
  const left: UnclaimedDump[] = [];
  for (const file of found.dumps.filter((dump) => !owned.has(dump))) {
    const { value: source, diagnostics: unreadable } = await readSourceFile(root, file);
    diagnostics.push(...unreadable);
    if (source === null) continue;
    const { value: dump, diagnostics: problems } = readDump(source);
    left.push(remember(dump));
    // In a whole site they are reported when the live blog is made.
    if (!whole) diagnostics.push(...problems);
  }
  // An index.md that cannot be read may claim any dump: nobody can say which are left over.
  if (!whole) return { value: claims.value, diagnostics: [...diagnostics, ...undecided(left)] };
  const claimed = await joinCopies(root, claims.value, left);
  const taken = new Set(indexes.flatMap(({ slug, aliases }) => [slug, ...aliases]));
  const isFree = (slug: string): boolean => !taken.has(slug) && slugProblem(slug) === null;
  const unclaimed = planUnclaimed(claimed.left, isFree, untitled);
  diagnostics.push(...unclaimed.diagnostics);
  return { value: [...claimed.plans, ...unclaimed.value], diagnostics };
}

/** Gives unclaimed dumps that are copies of claimed ones to the live blogs that have those, and says which are left. */
async function joinCopies(
  root: string,
  plans: readonly LiveBlogPlan[],
  unclaimed: readonly UnclaimedDump[],
): Promise<{ readonly plans: readonly LiveBlogPlan[]; readonly left: readonly UnclaimedDump[] }> {
  if (unclaimed.length === 0) return { plans, left: [] };
  const owners = new Map<string, string>();
  for (const { slug, dumps } of plans) {
    for (const { file } of dumps) {
      const { value: source } = await readSourceFile(root, file);
      if (source !== null) owners.set(source.sha256, slug);
    }
  }
  const copiesFor = (slug: string) =>
    unclaimed.filter(({ sha256 }) => owners.get(sha256) === slug).map(({ file }) => unclaimedDump(file));
  return {
    plans: plans.map((plan) => ({ ...plan, dumps: [...plan.dumps, ...copiesFor(plan.slug)] })),
    left: unclaimed.filter(({ sha256 }) => !owners.has(sha256)),
  };
}

/** What is wrong with the posts of a folder whose `index.md` is wrong too: all problems come in one run. */
async function problemsOfPosts({ root, markdown }: Reading, { slug, posts }: FoundFolder): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const name of posts) {
    const source = await readSourceFile(root, `content/${slug}/${name}`);
    diagnostics.push(...source.diagnostics);
    if (source.value !== null) diagnostics.push(...readPostFile(source.value, markdown).diagnostics);
  }
  return diagnostics;
}

function undecided([first, ...more]: readonly UnclaimedDump[]): Diagnostic[] {
  if (first === undefined) return [];
  const what = more.length === 0 ? "this dump" : `this dump and ${more.length} more`;
  return [
    {
      ...{ code: "dump-undecided", severity: "note", file: first.file, line: 1, column: 1, excerpt: null },
      message: `an index.md cannot be read, and it may claim ${what}: what no other index.md claims is left out`,
      hint: "mend the index.md first",
    },
  ];
}

async function readIndex({ root, markdown }: Reading, { slug }: FoundFolder): Promise<Checked<LiveBlogFile | null>> {
  const source = await readSourceFile(root, `content/${slug}/index.md`);
  if (source.value === null) return { value: null, diagnostics: source.diagnostics };
  return readLiveBlogFile(source.value, markdown);
}

function orphans({ slug, posts, assets }: FoundFolder): Diagnostic[] {
  return [...posts, ...(posts.length === 0 ? assets.slice(0, 1) : [])].map((name) => ({
    ...{ code: "live-blog-missing", severity: "error", line: 1, column: 1, excerpt: null },
    file: `content/${slug}/${name}`,
    message: `there is no content/${slug}/index.md, so this belongs to no live blog`,
    hint: `write content/${slug}/index.md with a \`title\`, or move the file to its live blog's folder`,
  }));
}
