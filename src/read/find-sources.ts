import glob from "fast-glob";
import type { Checked, Diagnostic } from "../model/diagnostic.ts";

/** A folder under `content/`, as found: names only, nothing read yet. */
export interface FoundFolder {
  readonly slug: string;
  readonly hasIndex: boolean;
  /** Names of its markdown files, `index.md` aside. */
  readonly posts: readonly string[];
  /** Names of its other files. */
  readonly assets: readonly string[];
}

/** Every source of a site, in code-unit order whatever the disk's order is. */
export interface FoundSources {
  /** `afterlive.config.json`, or null where there is none. */
  readonly config: string | null;
  /** `content/about.md`, or null where there is none. */
  readonly about: string | null;
  /** `seeds/001_….txt` */
  readonly dumps: readonly string[];
  readonly folders: readonly FoundFolder[];
}

const CONFIG = "afterlive.config.json";
const ABOUT = "content/about.md";

/** What may stand beside a page: nothing that a browser or a server would run. */
const PUBLISHED = /\.(?:avif|gif|jpe?g|png|svg|webp|mp3|m4a|ogg|wav|mp4|webm|vtt|pdf)$/i;

/** Links are not followed: a loop would multiply files, and content never leaves its folder. */
const OPTIONS = { followSymbolicLinks: false, onlyFiles: false, objectMode: true, dot: false } as const;

/**
 * Finds dumps (`seeds/**\/*.txt`) and live-blog folders (`content/<slug>/`).
 * Missing folders are empty ones. Diagnostics: `link-ignored`, `file-ignored`, `file-misplaced`.
 * @param root the site's root, absolute
 */
export async function findSources(root: string): Promise<Checked<FoundSources>> {
  const diagnostics: Diagnostic[] = [];
  const files = async (pattern: string): Promise<string[]> => {
    const entries = await glob(pattern, { ...OPTIONS, cwd: root });
    entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const { path, dirent } of entries) if (dirent.isSymbolicLink()) diagnostics.push(linkIgnored(path));
    return entries.filter(({ dirent }) => dirent.isFile()).map(({ path }) => path);
  };
  const configs = await files("afterlive.config.*");
  for (const path of configs) if (path !== CONFIG) diagnostics.push(ignored(path, `the configuration is ${CONFIG}`));

  const inSeeds = await files("seeds/**");
  const dumps = inSeeds.filter((path) => path.endsWith(".txt"));
  for (const path of inSeeds)
    if (!/\.(?:txt|md)$/.test(path)) diagnostics.push(ignored(path, "dumps end in .txt, in lower case"));

  const folders = new Map<string, { hasIndex: boolean; posts: string[]; assets: string[] }>();
  const inContent = await files("content/**");
  for (const path of inContent) {
    if (path === ABOUT) continue;
    const [, slug, name, ...deeper] = path.split("/");
    if (slug === undefined || name === undefined || deeper.length > 0) {
      diagnostics.push(/\.md$/i.test(path) ? misplaced(path) : ignored(path, "pictures stand beside index.md"));
      continue;
    }
    const folder = folders.get(slug) ?? { hasIndex: false, posts: [], assets: [] };
    folders.set(slug, folder);
    if (name === "index.md") folder.hasIndex = true;
    else if (name.endsWith(".md")) folder.posts.push(name);
    else if (PUBLISHED.test(name)) folder.assets.push(name);
    else diagnostics.push(ignored(path, "posts end in .md, and only pictures, sound, video and PDF are published"));
  }
  return {
    value: {
      config: configs.find((path) => path === CONFIG) ?? null,
      about: inContent.includes(ABOUT) ? ABOUT : null,
      dumps,
      folders: [...folders].map(([slug, folder]) => ({ slug, ...folder })),
    },
    diagnostics,
  };
}

function ignored(file: string, why: string): Diagnostic {
  return {
    ...{ code: "file-ignored", severity: "warning", file, line: 1, column: 1, excerpt: null },
    message: `this file is not read, and nobody will see it: ${why}`,
    hint: "rename it, move it, or take it away",
  };
}

function linkIgnored(file: string): Diagnostic {
  return {
    ...{ code: "link-ignored", severity: "warning", file, line: 1, column: 1, excerpt: null },
    message: "this is a symbolic link, and links are not followed: what they lead to may lie outside the site",
    hint: "put the file itself here",
  };
}

function misplaced(file: string): Diagnostic {
  return {
    ...{ code: "file-misplaced", severity: "error", file, line: 1, column: 1, excerpt: null },
    message: "posts stand directly in a live blog's folder, so nobody can say which live blog this one belongs to",
    hint: "move it to content/<live blog>/",
  };
}
