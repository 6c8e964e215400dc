/** What a path says of an author's file. */
export interface AuthoredName {
  /** The live blog's folder. */
  readonly slug: string;
  /** The file's name without `.md`; `index` for the live blog itself. */
  readonly stem: string;
}

/** Reads `content/<slug>/<stem>.md`; null for a path of any other shape. Neither part is checked. */
export function authoredName(file: string): AuthoredName | null {
  const [, slug, stem] = /^content\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  return slug === undefined || stem === undefined ? null : { slug, stem };
}
