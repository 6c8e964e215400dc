import { directoryOf } from "./archive/directory.ts";
import { cardOf, labelsOf } from "./archive/live-blog.ts";
import { sharedBytes } from "./archive/shared-bytes.ts";
import { CONFIG_FILE, readConfig } from "./config/read-config.ts";
import type { Checked, Diagnostic } from "./model/diagnostic.ts";
import type { LiveBlogCard } from "./model/live-blog.ts";
import type { OutputFile } from "./model/output.ts";
import type { Source } from "./model/source.ts";
import { checkTopics } from "./pipeline/check-topics.ts";
import { makeAhead } from "./pipeline/make-ahead.ts";
import { planSite } from "./pipeline/plan-site.ts";
import type { Reading } from "./pipeline/reading.ts";
import { sourceFolders } from "./pipeline/source-folders.ts";
import { readAboutFile } from "./posts/about-file.ts";
import { createMarkdown } from "./posts/markdown.ts";
import { findSources } from "./read/find-sources.ts";
import { readSourceFile } from "./read/source-file.ts";
import { fromDisk } from "./render/from-disk.ts";
import { liveBlogOutputs, type Site, siteOutputs } from "./render/outputs/registry.ts";
import { loadStrings } from "./render/strings.ts";
import { templateFolders } from "./render/template-folders.ts";
import { loadTemplates } from "./render/templates.ts";
import { canSearch, openSearch, SEARCH_FOLDER } from "./search/open-search.ts";
import { pageNames } from "./view/gathered.ts";
import { type LiveBlogMentions, mentionsOf } from "./view/mentions.ts";
import { searchRecords } from "./view/search-record.ts";
import { seriesOf } from "./view/series.ts";
import { untitledIn } from "./view/untitled.ts";
import { openRehearsal } from "./write/rehearsal.ts";
import { type Changes, openStage } from "./write/stage.ts";

export interface BuildOptions {
  /** The site's root folder, absolute. */
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
  /** False: everything but writing (`check`). */
  readonly write: boolean;
  /** Whether drafts are published too. */
  readonly drafts: boolean;
  /** Whether live blogs without errors are published when others have some. */
  readonly keepGoing: boolean;
  /** Where the site's root will be served, when it is not where the config's `url` says: `/pr-123/`. */
  readonly basePath: string | null;
  /** True: pages that open from a disk as they are, by links that end in `index.html`; without search, which needs a host. */
  readonly relative?: boolean;
  readonly onProgress: (done: number, of: number, what: string) => void;
}

export interface BuildReport {
  readonly diagnostics: readonly Diagnostic[];
  /** What happened to the output folder; null when nothing was moved. */
  readonly changes: Changes | null;
  readonly liveBlogs: number;
  readonly posts: number;
}

const INDEX = "index.html";

/**
 * Reads a site's sources and publishes them, or says what is wrong with them.
 *
 * Two passes: the first reads every `index.md` and plans; the second makes one live blog at a time, writes its files to
 * the stage and forgets it, so that memory does not grow with the archive. The output folder is touched only when the
 * whole run has no error. Never throws on content.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { root, out, write, keepGoing, relative = false, onProgress } = options;
  const diagnostics: Diagnostic[] = [];
  const take = <T>(checked: Checked<T>): T => {
    diagnostics.push(...checked.diagnostics);
    return checked.value;
  };
  const cards: LiveBlogCard[] = [];
  const report = (changes: Changes | null): BuildReport => ({
    diagnostics,
    changes,
    liveBlogs: cards.length,
    posts: cards.reduce((sum, card) => sum + card.posts, 0),
  });

  const read = async (file: string): Promise<Source | null> => take(await readSourceFile(root, file));
  const found = take(await findSources(root));
  const wishes = take(readConfig(found.config === null ? null : await read(found.config)));
  const searchable = wishes.search && !relative && take(await canSearch());
  const basePath = relative ? "./" : (options.basePath ?? wishes.basePath);
  const config = { ...wishes, basePath, search: searchable };
  const templates = templateFolders(root);
  const strings = take(loadStrings(templates));
  const reading: Reading = {
    ...{ root, found, drafts: options.drafts },
    markdown: createMarkdown(config.embeds),
    untitled: untitledIn(strings(config.lang)),
  };
  const plans = take(await planSite(reading));
  const wanted = plans.filter(({ index }) => options.drafts || index?.draft !== true);
  const broken = foldersWithErrors(diagnostics);
  const words = found.about === null ? null : await read(found.about);
  const about = words === null ? [] : take(readAboutFile(words, reading.markdown));
  const render = loadTemplates(templates, {
    hasText: (key) => strings().say(key, { count: 1 }) !== "",
    report: (problem) => diagnostics.push(problem),
  });
  const stage = take(write ? await openStage(out, [root, ...sourceFolders(root)]) : openRehearsal(root));
  if (stage === null) return report(null);
  const search = searchable ? openSearch(stage.spool) : null;
  const sound = wanted.filter(({ slug }) => !broken.has(slug));
  const ahead = await makeAhead(reading, sound, stage.spool);
  const listed = config.topics.map(({ label }) => label);
  const directory = directoryOf(listed, wanted, ahead.labels);
  const site: Site = { config, series: seriesOf(wanted), directory, strings, about, templates, render };

  const pages: string[] = [];
  let refused = false;
  const put = async (files: Iterable<OutputFile>, from = root): Promise<void> => {
    for (const file of files) {
      const problems = await stage.put(relative ? pageFromDisk(file) : file, from);
      diagnostics.push(...problems);
      refused ||= hasError(problems);
      if (`/${file.path}`.endsWith(`/${INDEX}`) && file.unlisted !== true)
        pages.push(file.path.slice(0, -INDEX.length));
    }
  };

  const mentions: LiveBlogMentions[] = [];
  const labels = new Set<string>();
  const bytes: Parameters<typeof sharedBytes>[1] = new Map();
  for (const [done, plan] of wanted.entries()) {
    onProgress(done, wanted.length, plan.slug);
    const made = await ahead.make(plan);
    const liveBlog = take(made);
    diagnostics.push(...sharedBytes(liveBlog, bytes));
    // Where nothing will be published anyway, its files are still put: that finds clashes in the same run.
    if (keepGoing && (broken.has(plan.slug) || hasError(made.diagnostics))) continue;
    for (const output of liveBlogOutputs) await put(output.files(liveBlog, site));
    search?.add(searchRecords(liveBlog, config, directory, site.strings(config.lang)));
    cards.push(cardOf(liveBlog));
    mentions.push(mentionsOf(liveBlog, directory, site.strings(config.lang)));
    for (const label of labelsOf(liveBlog)) labels.add(label);
  }
  // What a live blog that is left out would have carried, nobody knows.
  if (cards.length === wanted.length) diagnostics.push(...checkTopics(config, labels));
  onProgress(wanted.length, wanted.length, "the site's own pages");
  for (const output of siteOutputs) await put(output.files({ ...site, cards, mentions, pages }));
  const { workshop } = stage;
  const names = pageNames(mentions);
  if (search !== null && workshop !== null && !stage.keep(SEARCH_FOLDER, search.mark(names), root)) {
    onProgress(wanted.length, wanted.length, "the search index");
    await put([...take(await search.files(workshop, names)), search.mark(names)], workshop.folder);
  }

  // A site that is half there, or whose config or templates cannot be read, is not published even so.
  const publishable = keepGoing ? !refused && !hasError(diagnostics, concernsEveryPage) : !hasError(diagnostics);
  if (write && publishable) return report(take(await stage.commit()));
  await stage.discard();
  return report(null);
}

function pageFromDisk(file: OutputFile): OutputFile {
  const { path, content } = file;
  return path.endsWith(".html") && "text" in content ? { ...file, content: { text: fromDisk(content.text) } } : file;
}

/** Whether there is an error, in some files only if it is said which. */
function hasError(diagnostics: readonly Diagnostic[], where: (file: string) => boolean = () => true): boolean {
  return diagnostics.some(({ severity, file }) => severity === "error" && where(file));
}

function concernsEveryPage(file: string): boolean {
  return file === CONFIG_FILE || file.startsWith("templates/");
}

/** The live blogs whose files have an error, by their slugs. */
function foldersWithErrors(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return new Set(errors.flatMap(({ file }) => (file.startsWith("content/") ? [file.split("/")[1] ?? ""] : [])));
}
