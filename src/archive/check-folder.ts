import type { Amendment, Folder, LiveBlogFile, PostFile } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Post } from "../model/live-blog.ts";
import { checkLinks } from "./check-links.ts";
import { atKey, draftIds, noSuchPost } from "./problems.ts";

/**
 * What only the merged live blog can show: two posts with one id, references to posts that are not there, pictures that
 * are not in the folder. Diagnostics: `id-clash`, `post-not-found`, `picture-missing`, and those of `checkLinks`.
 */
export function checkFolder(folder: Folder, posts: readonly Post[]): Diagnostic[] {
  return [...clashes(folder, posts), ...references(folder, posts), ...pictures(folder), ...checkLinks(folder, posts)];
}

/** Every id and every alias leads to exactly one post. */
function clashes(folder: Folder, posts: readonly Post[]): Diagnostic[] {
  const owners = new Map<string, Post>();
  const diagnostics: Diagnostic[] = [];
  for (const post of posts) {
    for (const id of new Set([post.id, ...post.aliases])) {
      const first = owners.get(id);
      if (first === undefined) owners.set(id, post);
      else diagnostics.push(clash(folder, id, first, post));
    }
  }
  return diagnostics;
}

function clash(folder: Folder, id: string, first: Post, second: Post): Diagnostic {
  const files = new Map([...folder.posts, ...folder.amendments].map((file) => [file.file, file]));
  const sources = [first, second].flatMap(({ origins, notes }) => [...origins, ...notes].map(({ file }) => file));
  const blamed = sources.map((file) => files.get(file)).findLast((file) => file !== undefined) ?? folder.index;
  const others = [first, second].map(({ origins: [origin] }) =>
    origin.kind === "dump" ? `${origin.file}:${origin.start}` : origin.file,
  );
  return atKey(blamed, "aliases", {
    code: "id-clash",
    severity: "error",
    message: `two posts want the address "#${id}": ${others.join(" and ")}`,
    hint: "rename one of the files, or take the alias away; the id of a dump's entry cannot change",
  });
}

function references({ index, drafts }: Folder, posts: readonly Post[]): Diagnostic[] {
  const known = new Set(posts.flatMap(({ id, aliases }) => [id, ...aliases]));
  return (index.summary ?? []).flatMap(({ post }, at) => {
    if (post === null || known.has(post)) return [];
    const { why, hint } = noSuchPost(post, { known, drafts: draftIds(drafts) });
    return [atKey(index, `summary.${at}.post`, { code: "post-not-found", severity: "error", message: why, hint })];
  });
}

function pictures(folder: Folder): Diagnostic[] {
  const missing = (file: LiveBlogFile | PostFile | Amendment, key: string, line: number | null, src: string) => {
    const problem = atKey(file, key, {
      code: "picture-missing",
      severity: "warning",
      message: `there is no file "${src}" in content/${folder.slug}/, so readers see the picture's words instead`,
      hint: "put the file there, or mend its name (upper and lower case differ)",
    });
    return line === null ? problem : { ...problem, line, column: 1, excerpt: null };
  };
  return [folder.index, ...folder.posts, ...folder.amendments].flatMap((file) => {
    const named = "image" in file && file.image !== null && !folder.assets.has(file.image) ? [file.image] : [];
    const inBody = file.body.filter(
      (block) => block.kind === "image" && block.src !== null && !folder.assets.has(block.src),
    );
    return [
      ...named.map((src) => missing(file, "image", null, src)),
      ...inBody.map((block) => missing(file, "", block.start, block.kind === "image" ? (block.src ?? "") : "")),
    ];
  });
}
