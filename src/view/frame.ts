import type { Config } from "../model/config.ts";

/** What every page's `<head>` and running head and foot print. */
export interface FrameView {
  readonly lang: string;
  readonly siteTitle: string;
  /** The whole of `<title>`. */
  readonly title: string;
  readonly description: string;
  readonly canonical: string | null;
  /** From this page to the site's root: `./`, `../`, or an absolute path for pages served at any depth. */
  readonly root: string;
  readonly csp: string;
  readonly publisher: string | null;
}

/**
 * The policy that keeps a page from asking anybody else for anything (embeds.md T26): only its own files,
 * and frames only of the providers whose embeds stand on it.
 */
function policy(frameOrigins: readonly string[]): string {
  const frames = [...new Set(frameOrigins)].sort();
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `frame-src ${frames.length === 0 ? "'none'" : frames.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The frame of one page. `path` is its address below the site's root: `` or `london-marathon-2017/`. */
export function frameView(
  config: Config,
  page: {
    readonly title: string;
    readonly description: string;
    readonly path: string;
    readonly lang: string | null;
    readonly root: string;
    readonly frameOrigins: readonly string[];
  },
): FrameView {
  return {
    lang: page.lang ?? config.lang,
    siteTitle: config.title,
    title: page.path === "" ? page.title : `${page.title} · ${config.title}`,
    description: page.description,
    canonical: config.url === null ? null : config.url + page.path,
    root: page.root,
    csp: policy(page.frameOrigins),
    publisher: config.publisher,
  };
}
