import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { build } from "../../src/build.ts";
import { startServer } from "../../src/commands/serve/server.ts";

/** An invented site with embeds, built and served. */
export interface EmbedSite {
  readonly url: string;
  readonly out: string;
  close(): Promise<void>;
}

const INDEX = "---\ntitle: Stowford regatta\ndate: 2024-05-03\ntimezone: Europe/London\n---\n";

/** A live blog's folder with one post for each text, at 10:00, 10:01, … */
export function liveBlog(slug: string, bodies: readonly string[], extra = ""): Record<string, string> {
  const posts = bodies.map((body, at) => {
    const time = `${String(10 + Math.floor(at / 60))}:${String(at % 60).padStart(2, "0")}`;
    return [`content/${slug}/p${at}.md`, `---\ntime: "${time}"\nheadline: Post ${at}\n---\n${body}\n`];
  });
  return { [`content/${slug}/index.md`]: INDEX.replace("date:", `${extra}date:`), ...Object.fromEntries(posts) };
}

type Files = Readonly<Record<string, string>>;

/** Builds the files into a site at `dist`, in the folder `base` of it. */
async function buildSite(root: string, base: string, files: Files, config: object): Promise<void> {
  const all = { "afterlive.config.json": JSON.stringify({ title: "Stowford", ...config }), ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, "sources", base, file)), { recursive: true });
    writeFileSync(join(root, "sources", base, file), text);
  }
  const options = { write: true, drafts: false, keepGoing: false, basePath: null, onProgress: () => undefined };
  const out = join(root, "dist", base);
  const { changes, diagnostics } = await build({ ...options, root: join(root, "sources", base), out });
  if (changes === null) throw new Error(`the site does not build: ${JSON.stringify(diagnostics, null, 2)}`);
}

/** Builds sites of the same title, each in its own folder of one origin, and serves them. */
export async function serveSites(sites: Readonly<Record<string, Files>>, config: object = {}): Promise<EmbedSite> {
  const root = mkdtempSync(join(tmpdir(), "afterlive-embeds-"));
  for (const [base, files] of Object.entries(sites)) await buildSite(root, base, files, config);
  const out = join(root, "dist");
  const { url, close } = await startServer(out, 0);
  return {
    ...{ url, out },
    async close() {
      await close();
      rmSync(root, { recursive: true });
    },
  };
}

/** Builds the files into a site and serves it. */
export function serveSite(files: Files, config: object = {}): Promise<EmbedSite> {
  return serveSites({ "": files }, config);
}

/** What a provider's frame says of its height, as JavaScript that runs in the stub. `H` is the height. */
export const SAYS: Readonly<Record<string, string>> = {
  "platform.twitter.com": `{"twttr.embed":{method:"twttr.private.resize",params:[{height:H}]}}`,
  "www.instagram.com": `JSON.stringify({type:"MEASURE",details:{height:H}})`,
  "www.facebook.com": `"type=resize&height="+H`,
  "embed.bsky.app": `{id:new URLSearchParams(location.search).get("id"),height:H}`,
  "embed.reddit.com": `{type:"resize.embed",data:H}`,
  "datawrapper.dwcdn.net": `{"datawrapper-height":{[location.pathname.split("/")[1]]:H}}`,
  "flo.uri.sh": `JSON.stringify({sender:"Flourish",height:H+.06})`,
  "t.me": `{event:"resize",height:H}`,
};

/** A provider's frame: one button, and its height told once it has loaded (to Mastodon's, only when asked). */
function stub(host: string, height: number): string {
  const says = SAYS[host]?.replaceAll("H", String(height)) ?? null;
  const tell = says === null ? "" : `parent.postMessage(${says},"*");`;
  const asked = host.startsWith("social.")
    ? `addEventListener("message",(e)=>e.data.type==="setHeight"&&e.source.postMessage({type:"setHeight",height:${height}},e.origin));`
    : "";
  return `<!doctype html><title>${host}</title><button>Play</button><script>${asked}addEventListener("load",()=>{${tell}})</script>`;
}

export interface Seen {
  readonly url: string;
  readonly referer: string | undefined;
}

/** One reader's page, everything that it asked elsewhere, and everything that went wrong on it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly foreign: Seen[];
  readonly faults: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** The height that stubs tell; null: they answer nothing for good. */
  readonly height?: number | null;
  readonly stubDelay?: number;
  /** Runs in the page before anything else. */
  readonly init?: string;
  readonly withoutScript?: boolean;
  readonly onPage?: (page: Page) => Promise<void>;
}

/** Opens a page of the site in a context of its own, in which every other host is a stub. */
export async function visit(
  browser: Browser,
  site: EmbedSite,
  path: string,
  options: VisitOptions = {},
): Promise<Visit> {
  const { height = 600, stubDelay = 0, init, withoutScript, onPage, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...rest });
  const foreign: Seen[] = [];
  const faults: string[] = [];
  await context.route(/.*/, async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin === new URL(site.url).origin)
      return withoutScript && url.pathname.endsWith(".js") ? route.fulfill({ status: 404 }) : route.continue();
    foreign.push({ url: url.href, referer: (await request.allHeaders())["referer"] });
    if (height === null) return;
    if (stubDelay > 0) await new Promise((resolve) => setTimeout(resolve, stubDelay));
    await route.fulfill({ contentType: "text/html", body: stub(url.hostname, height) });
  });
  if (init !== undefined) await context.addInitScript(init);
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await onPage?.(page);
  await page.goto(site.url + path);
  return { page, context, foreign, faults };
}

/** What the browser keeps for the site. */
export function kept(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(() => ({ ...localStorage }));
}
