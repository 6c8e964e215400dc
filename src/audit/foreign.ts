/** Whose hosts count as the site's own: those of the addresses it was given, and none other. */
export type OwnHosts = ReadonlySet<string>;

/** Two made-up homes for a page, since it may be served with either scheme: `http:x` is relative to one of them only. */
const HOMES = ["https://site.invalid/folder/page", "http://site.invalid/folder/page"];
const ASKS = new Set(["https:", "http:", "wss:", "ws:", "file:"]);

/**
 * The host that a browser would ask for an address found on a page, if it is another than the page's own; else null.
 * Reads it as browsers do: `//host`, `\\host`, tabs within, upper case, `http:host`.
 */
export function foreignHost(address: string, own: OwnHosts): string | null {
  for (const home of HOMES) {
    if (!URL.canParse(address, home)) continue;
    const { protocol, host } = new URL(address, home);
    if (ASKS.has(protocol) && host !== "" && host !== "site.invalid" && !own.has(host)) return host;
  }
  return null;
}
