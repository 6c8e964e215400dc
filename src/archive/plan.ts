import type { LiveBlogFile } from "../model/authored.ts";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/live-blog.ts";
import { atClaim, atKey } from "./problems.ts";

/** One dump of a live blog, as planned. */
export interface PlannedDump {
  /** `seeds/001_….txt` */
  readonly file: string;
  readonly page: number | null;
  /** The name of the dialect that its author has chosen, or null. */
  readonly dialect: string | null;
  /** Which of the `dumps` of `index.md` claims it, from 0; null where none does. */
  readonly claim: number | null;
}

/** One live blog to make: where its page will be and which files it is made of. Nothing of it is read yet. */
export interface LiveBlogPlan extends Listing {
  /** Null for dumps that no author has claimed. */
  readonly index: LiveBlogFile | null;
  readonly dumps: readonly PlannedDump[];
}

/** Whether a name fits a pattern in which `*` stands for any characters and `?` for one. Linear in the name for each `*`. */
export function fits(name: string, pattern: string): boolean {
  let [at, in_, star, mark] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[in_] === "*") {
      star = in_++;
      mark = at;
    } else if (in_ < pattern.length && (pattern[in_] === "?" || pattern[in_] === name[at])) {
      in_++;
      at++;
    } else if (star !== -1) {
      in_ = star + 1;
      at = ++mark;
    } else return false;
  }
  return pattern.slice(in_).replaceAll("*", "") === "";
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
  const slugs = new Map(indexes.map((index) => [index.slug, index]));
  const value = indexes.map((index): LiveBlogPlan => {
    const { slug, title, date, lang, series } = index;
    const claimed = new Map<string, PlannedDump>();
    for (const [at, { pattern, page, dialect }] of index.dumps.entries()) {
      const found = dumps.filter((file) => fits(file.slice("seeds/".length), pattern));
      if (found.length === 0) diagnostics.push(notFound(index, at, pattern));
      for (const file of found) {
        const owner = owners.get(file) ?? index;
        if (owner !== index) diagnostics.push(claimedTwice(index, at, file, owner));
        else claimed.set(file, planned(file, { page, dialect, claim: at }, claimed.get(file)));
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
