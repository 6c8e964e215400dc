import {
  type LiveBlogPlan,
  type PlannedDump,
  planFolders,
  planUnclaimed,
  remember,
  type UnclaimedDump,
} from "../archive/plan.ts";
import { readDump } from "../dumps/read-dump.ts";
import type { LiveBlogFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import { readLiveBlogFile } from "../posts/live-blog-file.ts";
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
  const { root, found } = reading;
  let whole = true;
  for (const folder of found.folders) {
    const index = folder.hasIndex ? await readIndex(reading, folder) : { value: null, diagnostics: orphans(folder) };
    diagnostics.push(...index.diagnostics);
    if (index.value === null) whole = false;
    else indexes.push(index.value);
  }
  const claims = planFolders(indexes, found.dumps);
  diagnostics.push(...claims.diagnostics, ...indexes.flatMap(checkDialects));
  // An index.md that cannot be read may claim any dump: nobody can say which are left over.
  if (!whole) return { value: claims.value, diagnostics };

  const owned = new Set(claims.value.flatMap(({ dumps }) => dumps.map(({ file }) => file)));
  const left: UnclaimedDump[] = [];
  for (const file of found.dumps.filter((dump) => !owned.has(dump))) {
    const { value: source, diagnostics: unreadable } = await readSourceFile(root, file);
    // Problems inside it are reported when the live blog is made.
    diagnostics.push(...unreadable);
    if (source !== null) left.push(remember(readDump(source).value));
  }
  const claimed = await joinCopies(root, claims.value, left);
  const taken = new Set(indexes.flatMap(({ slug, aliases }) => [slug, ...aliases]));
  const unclaimed = planUnclaimed(claimed.left, taken);
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
    unclaimed
      .filter(({ sha256 }) => owners.get(sha256) === slug)
      .map(({ file }): PlannedDump => ({ file, page: null, dialect: null, claim: null }));
  return {
    plans: plans.map((plan) => ({ ...plan, dumps: [...plan.dumps, ...copiesFor(plan.slug)] })),
    left: unclaimed.filter(({ sha256 }) => !owners.has(sha256)),
  };
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
