/** What a kind of page may do beyond the usual. */
export interface PolicyExtras {
  readonly script?: readonly string[];
  readonly connect?: readonly string[];
  readonly form?: readonly string[];
}

/** A page with a form that leads to the search page. */
export const FORM_PAGE: PolicyExtras = { form: ["'self'"] };

/** The search page: it runs Pagefind's WebAssembly, and fetches the index. No other page may do either. */
export const SEARCH_PAGE: PolicyExtras = { ...FORM_PAGE, script: ["'wasm-unsafe-eval'"], connect: ["'self'"] };

const NONE: PolicyExtras = {};

function sources(...listed: readonly string[]): string {
  return listed.length === 0 ? "'none'" : listed.join(" ");
}

/**
 * The policy that keeps a page from asking anybody else for anything: only the site's own files, and frames only of
 * these origins. In a page it is that page's own; in a host's header it holds what any page needs, and each page's own
 * narrows it, since a browser applies both.
 *
 * A page that needs more passes `extras`.
 */
export function contentPolicy(frameOrigins: readonly string[], extras: PolicyExtras = NONE): string {
  const rules: readonly (readonly [string, string])[] = [
    ["default-src", "'none'"],
    ["script-src", sources("'self'", ...(extras.script ?? []))],
    ["style-src", "'self'"],
    ["img-src", "'self' data:"],
    ["font-src", "'self'"],
    ["media-src", "'self'"],
    ["connect-src", sources(...(extras.connect ?? []))],
    ["frame-src", sources(...[...new Set(frameOrigins)].sort())],
    ["manifest-src", "'self'"],
    ["base-uri", "'none'"],
    ["form-action", sources(...(extras.form ?? []))],
  ];
  return rules.map((rule) => rule.join(" ")).join("; ");
}

/** The header that holds it. */
export const POLICY = "Content-Security-Policy";

/** The policy as a header, where it can say one thing more: who may frame the page. */
export function headerPolicy(frameOrigins: readonly string[], extras: PolicyExtras): string {
  return `${contentPolicy(frameOrigins, extras)}; frame-ancestors 'self'`;
}

/** What only a header can say, beside the policy: who may frame the site, what its frames may use. */
export function siteHeaders(frameOrigins: readonly string[], extras: PolicyExtras = NONE): readonly [string, string][] {
  const frames = [...new Set(frameOrigins)].sort().map((origin) => ` "${origin}"`);
  const denied = ["camera", "microphone", "geolocation", "payment", "usb", "browsing-topics"];
  return [
    [POLICY, headerPolicy(frameOrigins, extras)],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Permissions-Policy", [...denied.map((name) => `${name}=()`), `fullscreen=(self${frames.join("")})`].join(", ")],
    ["X-DNS-Prefetch-Control", "off"],
    ["X-Content-Type-Options", "nosniff"],
  ];
}
