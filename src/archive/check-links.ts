import type { Folder } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Post } from "../model/live-blog.ts";
import { nearestIds } from "./problems.ts";

/** The addresses of the links in rendered prose: our own HTML, so its attributes are always written this way. */
const HREF = /<a href="([^"]*)"/g;

/** Leads out of the live blog's page: another site, an address to write to, another page of this site. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/|\.\.\/)/i;

/**
 * Links that authors write to posts and files of their own live blog and that lead nowhere.
 * Diagnostic: `link-dead`, a warning at the block that has the link.
 */
export function checkLinks(folder: Folder, posts: readonly Post[]): Diagnostic[] {
  const ids = new Set(posts.flatMap(({ id, aliases }) => [id, ...aliases]));
  const files = new Set(folder.assets.keys());
  return [folder.index, ...folder.posts, ...folder.amendments].flatMap(({ file, body }) =>
    body.flatMap((block) => {
      if (block.kind !== "prose") return [];
      return [...block.html.matchAll(HREF)].flatMap(([, address = ""]) => {
        const href = decoded(address);
        if (ELSEWHERE.test(href) || href === "#" || href === "") return [];
        if (href.startsWith("#")) return ids.has(href.slice(1)) ? [] : [dead(file, block.start, href, ids)];
        return files.has(href.replace(/^\.\//, "")) ? [] : [dead(file, block.start, href, files)];
      });
    }),
  );
}

function decoded(address: string): string {
  const plain = address.replaceAll("&amp;", "&");
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function dead(file: string, line: number, href: string, known: ReadonlySet<string>): Diagnostic {
  const what = href.startsWith("#") ? "no post of this live blog has that id" : "there is no such file beside it";
  return {
    ...{ code: "link-dead", severity: "warning", file, line, column: 1, excerpt: null },
    message: `the link to "${href}" leads nowhere: ${what}`,
    hint: href.startsWith("#")
      ? nearestIds(href.slice(1), known)
      : "put the file into the live blog's folder, or mend its name",
  };
}
