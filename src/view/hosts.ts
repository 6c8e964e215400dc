import { type PolicyExtras, siteHeaders } from "./policy.ts";

/** `_headers`, which Netlify, Cloudflare Pages and others read. One rule: some of them allow no more than a hundred. */
export function headersFile(frameOrigins: readonly string[], extras?: PolicyExtras): string {
  const lines = siteHeaders(frameOrigins, extras).map(([name, value]) => `  ${name}: ${value}`);
  return ["/*", ...lines, ""].join("\n");
}

/** The same as lines for a `server` or `location` of nginx. */
export function nginxFile(frameOrigins: readonly string[], extras?: PolicyExtras): string {
  const lines = siteHeaders(frameOrigins, extras).map(
    ([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}" always;`,
  );
  const head = "# Include this in the server or location that serves the site. Each page narrows it for itself.";
  return [head, ...lines, ""].join("\n");
}

/**
 * The same for Apache 2.4: to be included in its configuration, or put into `.htaccess` where that is allowed. `always`
 * sends them with error pages too; without mod_headers nothing is sent, and Apache starts all the same.
 */
export function apacheFile(frameOrigins: readonly string[], extras?: PolicyExtras): string {
  const lines = siteHeaders(frameOrigins, extras).map(
    ([name, value]) => `  Header always set ${name} "${value.replaceAll('"', '\\"')}"`,
  );
  const head =
    "# Include this in the virtual host that serves the site, or copy it into .htaccess. Each page narrows it.";
  return [head, "<IfModule mod_headers.c>", ...lines, "</IfModule>", ""].join("\n");
}
