/** The folders of a site that are somebody else's to write: no output ever goes there. */
const FOLDERS = ["seeds", "content", "templates", "src", "tests", "node_modules", ".git"];

/** The same, absolute. @param root the site's root */
export function sourceFolders(root: string): readonly string[] {
  return FOLDERS.map((name) => `${root}/${name}`);
}
