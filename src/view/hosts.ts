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
