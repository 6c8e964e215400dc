import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of templates: `<page>.hbs`, `partials/<name>.hbs`, `strings/<lang>.json`, `assets/<file>`. */
export interface TemplateFolder {
  /** Absolute. */
  readonly dir: string;
  /** Whether it is the site's, not the one that comes with Afterlive. */
  readonly own: boolean;
  /** Its files, sorted, with forward slashes: `partials/post.hbs`. */
  readonly files: readonly string[];
}

/** A site's own folder, below its root. */
const OWN = "templates";

const BUILT_IN = fileURLToPath(new URL("../../templates/", import.meta.url));

function folderAt(dir: string, own: boolean): TemplateFolder {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, "/").length).replaceAll("\\", "/"))
    .sort();
  return { dir, own, files };
}

/** The folder that comes with Afterlive, alone. */
export function builtInTemplates(): readonly TemplateFolder[] {
  return [folderAt(BUILT_IN, false)];
}

/**
 * Where the templates of a site are: the folder that comes with Afterlive, and in front of it, last, the site's own
 * `templates/`, if it has one. In Afterlive's own repository the two are one.
 * @param root the site's root, absolute
 */
export function templateFolders(root: string): readonly TemplateFolder[] {
  const dir = join(root, OWN);
  if (!existsSync(dir) || realpathSync(dir) === realpathSync(BUILT_IN)) return builtInTemplates();
  return [...builtInTemplates(), folderAt(dir, true)];
}

/** How messages name a file of a folder: `templates/partials/post.hbs`. */
export function shownPath(path: string): string {
  return `${OWN}/${path}`;
}

/** The text of a file of a folder. */
export function textOf({ dir }: TemplateFolder, path: string): string {
  return readFileSync(join(dir, path), "utf8");
}

/** The names of a folder's files of one kind, without what they begin and end with: `partials/`, `.hbs` → `post`. */
export function namesIn({ files }: TemplateFolder, prefix: string, extension: string): readonly string[] {
  return files
    .filter((path) => path.startsWith(prefix) && path.endsWith(extension))
    .map((path) => path.slice(prefix.length, -extension.length))
    .filter((name) => !name.includes("/"));
}
