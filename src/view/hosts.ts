import type { Config } from "../model/config.ts";
import { FORM_PAGE, headerPolicy, POLICY, SEARCH_PAGE, siteHeaders } from "./policy.ts";

/** Headers of the whole site, and the policy of the search page where there is one. */
interface HostHeaders {
  readonly site: readonly [name: string, value: string][];
  readonly search: { readonly path: string; readonly policy: string } | null;
}

/** A form that leads to the search stands on the 404 page, which is served at any address: the site's header allows it. */
function hostHeaders({ search, basePath }: Config, frameOrigins: readonly string[]): HostHeaders {
  if (!search) return { site: siteHeaders(frameOrigins), search: null };
  return {
    site: siteHeaders(frameOrigins, FORM_PAGE),
    search: { path: `${basePath}search/`, policy: headerPolicy([], SEARCH_PAGE) },
  };
}

/**
 * `_headers`, which Netlify, Cloudflare Pages and others read. Few rules: some of them allow no more than a hundred.
 *
 * Both rules hold for the search page, and a browser would apply both policies, the narrower winning. The line with the
 * exclamation mark takes the first one off (Cloudflare); Netlify skips that line, and there a later rule overrides.
 */
export function headersFile(config: Config, frameOrigins: readonly string[]): string {
  const { site, search } = hostHeaders(config, frameOrigins);
  const lines = site.map(([name, value]) => `  ${name}: ${value}`);
  const own = search === null ? [] : [`${search.path}*`, `  ! ${POLICY}`, `  ${POLICY}: ${search.policy}`];
  return ["/*", ...lines, ...own, ""].join("\n");
}

/** The same as lines for a `server` or `location` of nginx. Of `if`, nothing is used but what is safe there: `set`. */
export function nginxFile(config: Config, frameOrigins: readonly string[]): string {
  const { site, search } = hostHeaders(config, frameOrigins);
  const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
  const policy = site.find(([name]) => name === POLICY)?.[1] ?? "";
  return [
    "# Include this in the server or location that serves the site. Each page narrows it for itself.",
    `set $afterlive_policy ${quoted(policy)};`,
    ...(search === null ? [] : [`if ($uri ~ "^${search.path}") { set $afterlive_policy ${quoted(search.policy)}; }`]),
    ...site.map(
      ([name, value]) => `add_header ${name} ${name === POLICY ? "$afterlive_policy" : quoted(value)} always;`,
    ),
    "",
  ].join("\n");
}

/**
 * The same for Apache 2.4: to be included in its configuration, or put into `.htaccess` where that is allowed. `always`
 * sends them with error pages too; without mod_headers nothing is sent, and Apache starts all the same. `<If>` comes
 * last wherever it stands, so the search page's policy replaces the other.
 */
export function apacheFile(config: Config, frameOrigins: readonly string[]): string {
  const { site, search } = hostHeaders(config, frameOrigins);
  const setting = (name: string, value: string): string =>
    `  Header always set ${name} "${value.replaceAll('"', '\\"')}"`;
  const own =
    search === null
      ? []
      : [`  <If "%{REQUEST_URI} -strmatch '${search.path}*'">`, `  ${setting(POLICY, search.policy)}`, "  </If>"];
  return [
    "# Include this in the virtual host that serves the site, or copy it into .htaccess. Each page narrows it.",
    "<IfModule mod_headers.c>",
    ...site.map(([name, value]) => setting(name, value)),
    ...own,
    "</IfModule>",
    "",
  ].join("\n");
}
