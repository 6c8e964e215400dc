import { basename, dirname, isAbsolute, relative, sep } from "node:path";

/** A file's name from the site's root; one that lies elsewhere is named from its own folder. */
export function placeBelow(root: string, path: string): { readonly root: string; readonly file: string } {
  const way = relative(root, path);
  const isBelow = way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  return isBelow ? { root, file: way.split(sep).join("/") } : { root: dirname(path), file: basename(path) };
}
