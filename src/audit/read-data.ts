import { asks, type Found } from "./found.ts";
import { parseJson, textsIn } from "./script-data.ts";
import { linkHeaderAddresses, refreshAddress } from "./tag-findings.ts";

/** Keys of a web app's manifest under which a picture stands. */
const PICTURES = new Set(["src"]);
/** Keys of a JSON Feed: pictures, and bodies in HTML. */
const FEED_PICTURES = new Set(["icon", "favicon", "image", "banner_image", "avatar"]);
const FEED_BODIES = new Set(["content_html"]);

/** What a JSON file makes browsers or feed readers ask for: the pictures of a manifest, those of a feed's entries. */
export function jsonFindings(text: string): readonly Found[] {
  const data = parseJson(text);
  if (typeof data !== "object" || data === null || Array.isArray(data)) return [];
  const object = data as { readonly [key: string]: typeof data };
  const isFeed = String(object["version"] ?? "").startsWith("https://jsonfeed.org/");
  if (isFeed)
    return [
      ...textsIn(data, FEED_PICTURES).map((address) => asks("A feed's picture", address, 0)),
      ...textsIn(data, FEED_BODIES).map(
        (body): Found => ({ kind: "holds", what: "A feed's entry", type: "text/x-entry", text: body, offset: 0 }),
      ),
    ];
  const isManifest = "icons" in object || "start_url" in object || "screenshots" in object;
  return isManifest ? textsIn(data, PICTURES).map((address) => asks("A manifest's picture", address, 0)) : [];
}

const HEADERS =
  "link|refresh|report-to|reporting-endpoints|nel|speculation-rules|content-security-policy(?:-report-only)?";
/** `  Link: <…>` of `_headers`, `Header always set Link "…"` of Apache, `add_header Link "…"` of nginx. */
const HEADER_LINE = new RegExp(
  `^[ \\t]*(?:(?:add_header|more_set_headers|header)[ \\t]+)?(?:always[ \\t]+)?(?:(?:set|add|append|merge)[ \\t]+)?["']?(${HEADERS})["']?[ \\t]*(?::|[ \\t])(.*)$`,
  "i",
);
const ADDRESS = /\bhttps?:\/\/[^\s"'<>;,\\]{1,2000}|(?<![\w:])\/\/[^\s"'<>;,\\]{1,2000}/gi;

/** Addresses of a header's value that a browser asks or tells something by itself. */
function headerAddresses(name: string, value: string): readonly string[] {
  const lower = name.toLowerCase();
  if (lower === "link") return linkHeaderAddresses(value);
  if (lower === "refresh") return [refreshAddress(value.replaceAll(/^[\s"']+|["']\s*(?:always)?;?\s*$/g, "")) ?? ""];
  const told = lower.startsWith("content-security-policy")
    ? [...value.matchAll(/\breport-uri([^;]{0,2000})/gi)].map(([, part = ""]) => part).join(" ")
    : value;
  return [...told.matchAll(ADDRESS)].map(([address]) => address);
}

/** What a host is told to send that makes browsers ask for something: `Link`, `Refresh`, and where reports go. */
export function headersFindings(text: string): readonly Found[] {
  const found: Found[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const [, name, value = ""] = HEADER_LINE.exec(line.slice(0, 20_000)) ?? [];
    if (name !== undefined)
      for (const address of headerAddresses(name, value)) found.push(asks(`The header ${name}`, address, offset));
    offset += line.length + 1;
  }
  return found;
}
