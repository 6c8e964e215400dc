/** One file of the site, before it is written. */
export interface OutputFile {
  /** Relative to the output folder, forward slashes: `london-marathon-2017/index.html`. */
  readonly path: string;
  /** Text or bytes to write, or a file of the site (relative to its root) to copy byte for byte. */
  readonly content: { readonly text: string } | { readonly bytes: Uint8Array } | { readonly copyOf: string };
  /** What wants it, for messages when two do: a source file, or `output "home"`. */
  readonly wantedBy: string;
  /** True of pages that only lead elsewhere: they are in no sitemap. */
  readonly unlisted?: true;
}
