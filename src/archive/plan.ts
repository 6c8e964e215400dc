import type { LiveBlogFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/live-blog.ts";
import { dumpFinder } from "./dump-finder.ts";
import { atClaim, atKey } from "./problems.ts";
import { type Group, grouped, type UnclaimedDump } from "./unclaimed.ts";
import { slug as slugOf } from "./words.ts";

/** One dump of a live blog, as planned. */
export interface PlannedDump {
  /** `seeds/001_….txt` */
  readonly file: string;
  readonly page: number | null;
  /** The name of the dialect that its author has chosen, or null. */
  readonly dialect: string | null;
  /** Whose words it holds or under which licence, as its author says, or null. */
  readonly licence: string | null;
  /** Which of the `dumps` of `index.md` claims it, from 0; null where none does. */
  readonly claim: number | null;
}

/** One live blog to make: where its page will be and which files it is made of. Nothing of it is read yet. */
export interface LiveBlogPlan extends Listing {
  /** Null for dumps that no author has claimed. */
  readonly index: LiveBlogFile | null;
  readonly dumps: readonly PlannedDump[];
}

/**
 * Which folder claims which dumps. Diagnostics: `dump-not-found` (a claim that fits no file),
 * `dump-claimed-twice` (two live blogs want one dump), `alias-clash`.
 * @param dumps every dump found, `seeds/…`
 */
export function planFolders(
  indexes: readonly LiveBlogFile[],
  dumps: readonly string[],
): Checked<readonly LiveBlogPlan[]> {
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, LiveBlogFile>();
  const dumpsFitting = dumpFinder(dumps);
  const slugs = new Map(indexes.map((index) => [index.slug, index]));
  const value = indexes.map((index): LiveBlogPlan => {
    const { slug, title, date, lang, series } = index;
    const claimed = new Map<string, PlannedDump>();
    for (const [at, { pattern, page, dialect, licence }] of index.dumps.entries()) {
      const found = dumpsFitting(pattern);
      if (found.length === 0) diagnostics.push(notFound(index, at, pattern));
      for (const file of found) {
        const owner = owners.get(file) ?? index;
        if (owner !== index) diagnostics.push(claimedTwice(index, at, file, owner));
        else claimed.set(file, planned(file, { page, dialect, licence, claim: at }, claimed.get(file)));
        owners.set(file, owner);
      }
    }
    for (const [at, alias] of index.aliases.entries()) {
      const owner = slugs.get(alias) ?? index;
      if (owner !== index || alias === slug) diagnostics.push(aliasClash(index, at, alias, owner));
      slugs.set(alias, index);
    }
    return { slug, title, date, lang, series, index, dumps: [...claimed.values()] };
  });
  return { value, diagnostics };
}

/** What the claims of one `index.md` say of a dump that several of them fit: the last word counts, of those that say something. */
function planned(file: string, claim: Omit<PlannedDump, "file">, before: PlannedDump | undefined): PlannedDump {
  return {
    ...{ file, claim: before?.claim ?? claim.claim },
    page: claim.page ?? before?.page ?? null,
    dialect: claim.dialect ?? before?.dialect ?? null,
    licence: claim.licence ?? before?.licence ?? null,
  };
}

function notFound(index: LiveBlogFile, at: number, pattern: string): Diagnostic {
  return atClaim(index, at, {
    code: "dump-not-found",
    severity: "error",
    message: `no file in seeds/ is called "${pattern}", so this live blog would lose what it holds`,
    hint: "write the file's name as it stands in seeds/; * stands for any characters, ? for one",
  });
}

function claimedTwice(index: LiveBlogFile, at: number, file: string, owner: LiveBlogFile): Diagnostic {
  return atClaim(index, at, {
    code: "dump-claimed-twice",
    severity: "error",
    message: `${file} is claimed here and by ${owner.file}: a dump is one page of one live blog`,
    hint: "take it out of one of the two, or make the pattern narrower",
  });
}

function aliasClash(index: LiveBlogFile, at: number, alias: string, owner: LiveBlogFile): Diagnostic {
  return atKey(index, `aliases.${at}`, {
    code: "alias-clash",
    severity: "error",
    message: `the address "/${alias}/" already belongs to ${owner.file}`,
    hint: "an alias is an address that nothing else has",
  });
}

/** A dump of which no author says anything. */
export function unclaimedDump(file: string): PlannedDump {
  return { file, page: null, dialect: null, licence: null, claim: null };
}

/**
 * Live blogs of dumps that no author claims: those with a day and the summary in common belong together, and those that are
 * one dump under several names. A page that runs over midnight joins those of both its days. The same for the dumps in any
 * order.
 * Diagnostic: `dump-unclaimed`, a note at the first dump of each, with the `index.md` to write.
 * @param isFree whether a live blog may have that slug: no folder has it, and the site does not use it itself
 * @param untitled what one is called whose dumps print no title, in the site's own words
 */
export function planUnclaimed(
  dumps: readonly UnclaimedDump[],
  isFree: (slug: string) => boolean,
  untitled: (date: string | null, file: string) => string,
): Checked<LiveBlogPlan[]> {
  const used = new Set<string>();
  const value: LiveBlogPlan[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const group of grouped(dumps)) {
    const [{ title: printed, file }] = group;
    const date = firstDay(group);
    const title = printed ?? untitled(date, stemOf(file));
    const slug = freeSlug(group[0], date, (wanted) => isFree(wanted) && !used.has(wanted));
    used.add(slug);
    const pages = group.map(({ file }) => unclaimedDump(file));
    value.push({ slug, title, date, lang: null, series: null, index: null, dumps: pages });
    diagnostics.push(unclaimed(group, date, slug, title));
  }
  return { value, diagnostics };
}

/** The day of a live blog is that of its first posts. */
const firstDay = (group: Group): string | null => group.flatMap(({ days }) => days).sort()[0] ?? null;

const stemOf = (file: string): string => file.slice("seeds/".length).replace(/\.txt$/, "");

/** Letters that an address shows as they are; of other scripts nothing is left. */
const ascii = (text: string, limit: number): string => slugOf(text.normalize("NFKD").replaceAll(/[^ -~]/g, ""), limit);

/** By title or day, else with the file's name too, else with a part of its fingerprint, else numbered. */
function freeSlug(
  { title, file, sha256 }: UnclaimedDump,
  date: string | null,
  isFree: (slug: string) => boolean,
): string {
  const stem = ascii(stemOf(file), STEM);
  const short = ascii(title ?? "", TITLE) || ascii(date === null ? `live ${stem}` : `live ${date}`, TITLE);
  const candidates = [short, `${short}-${stem || sha256.slice(0, 12)}`, `${short}-${sha256.slice(0, 12)}`];
  const free = candidates.find((slug) => isFree(slug));
  if (free !== undefined) return free;
  let number = 2;
  while (!isFree(`${short}-${number}`)) number++;
  return `${short}-${number}`;
}

const TITLE = 60;
const STEM = 30;

/** Plain text that YAML reads as itself; everything else is quoted. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ._,;()/’‘'–—-]*[\p{L}\p{N}.)])?$/u;
/** A dump's usual name, which may begin with a digit and is no number for its ending. */
const FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]*\.txt$/u;
/** Words that YAML readers take for something else. */
const TAKEN_WORDS = /^(?:true|false|yes|no|on|off|y|n|null)$/i;

const yaml = (text: string): string =>
  FILE_NAME.test(text) || (PLAIN.test(text) && !TAKEN_WORDS.test(text)) ? text : JSON.stringify(text);

function unclaimed([first, ...others]: Group, date: string | null, slug: string, title: string): Diagnostic {
  const names = [first, ...others].map(({ file }) => `  - ${yaml(file.slice("seeds/".length))}`);
  const day = date === null ? [] : [`date: ${date}`];
  const lines = ["---", `title: ${yaml(title)}`, ...day, "dumps:", ...names, "---"];
  const what =
    others.length === 0
      ? "no index.md claims this dump, so it becomes a live blog of its own"
      : `no index.md claims this dump, nor ${others.length} more that ${others.length === 1 ? "belongs" : "belong"} with it, so they become a live blog of their own`;
  return {
    ...{ code: "dump-unclaimed", severity: "note", file: first.file, line: 1, column: 1, excerpt: null },
    message: `${what} at /${slug}/`,
    hint: `write content/${slug}/index.md:\n${lines.join("\n")}`,
  };
}
