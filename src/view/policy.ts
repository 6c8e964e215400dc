/** What a kind of page needs beyond the usual, such as what a search in the browser does. None has any yet. */
export interface PolicyExtras {
  readonly script: readonly string[];
  readonly connect: readonly string[];
}

const NONE: PolicyExtras = { script: [], connect: [] };

function sources(...listed: readonly string[]): string {
  return listed.length === 0 ? "'none'" : listed.join(" ");
}

/**
 * The policy that keeps a page from asking anybody else for anything: only the site's own files, and frames only of
 * these origins. In a page it is that page's own; in a host's header it holds what any page needs, and each page's own
 * narrows it, since a browser applies both.
 *
 * A page that needs more (`/search/`, with `'wasm-unsafe-eval'` in `script` and `'self'` in `connect`) passes `extras`,
 * and the header of the whole site gets the same: see `docs/embeds.md`.
 */
export function contentPolicy(frameOrigins: readonly string[], extras: PolicyExtras = NONE): string {
  const rules: readonly (readonly [string, string])[] = [
    ["default-src", "'none'"],
    ["script-src", sources("'self'", ...extras.script)],
    ["style-src", "'self'"],
    ["img-src", "'self' data:"],
    ["font-src", "'self'"],
    ["media-src", "'self'"],
    ["connect-src", sources(...extras.connect)],
    ["frame-src", sources(...[...new Set(frameOrigins)].sort())],
    ["manifest-src", "'self'"],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
  ];
  return rules.map((rule) => rule.join(" ")).join("; ");
}

/** What only a header can say, beside the policy: who may frame the site, what its frames may use. */
export function siteHeaders(frameOrigins: readonly string[], extras: PolicyExtras = NONE): readonly [string, string][] {
  const frames = [...new Set(frameOrigins)].sort().map((origin) => ` "${origin}"`);
  const denied = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"];
  return [
    ["Content-Security-Policy", `${contentPolicy(frameOrigins, extras)}; frame-ancestors 'self'`],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", [...denied.map((name) => `${name}=()`), `fullscreen=(self${frames.join("")})`].join(", ")],
    ["X-DNS-Prefetch-Control", "off"],
    ["X-Content-Type-Options", "nosniff"],
  ];
}
