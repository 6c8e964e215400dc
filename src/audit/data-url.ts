import type { Found } from "./found.ts";

/** Characters whose bytes mean the same in all of these, as far as tags and addresses go. */
const PLAIN_CHARSETS = new Set(["utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252"]);
/** What browsers show as a document or take for a stylesheet, so that it may ask for something. */
const DOCUMENTS =
  /^(?:text\/(?:html|css|xml|xsl)|application\/(?:xml|manifest\+json|json|[\w.+-]{1,60}\+xml)|image\/svg\+xml)$/;

/** Percent signs read, byte by byte; ASCII, of which tags and addresses consist, stays what it is. */
function withoutPercents(text: string): string {
  return text.replaceAll(/%([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * The document that a `data:` address holds, for looking into: `holds`, or `unclear` where its characters are coded in a
 * way that hides tags. Null for pictures, sounds, fonts and other addresses.
 */
export function dataDocument(address: string, what: string, offset: number): Found | null {
  const url = address.replaceAll(/[\t\n\r]/g, "").trim();
  const [, head, body] = /^data:([^,]{0,500}),([\s\S]*)$/i.exec(url.split("#")[0] ?? "") ?? [];
  if (head === undefined || body === undefined) return null;
  const [type = "", ...parameters] = head
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  if (!DOCUMENTS.test(type)) return null;
  const charset = parameters
    .find((part) => part.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  if (charset !== undefined && !PLAIN_CHARSETS.has(charset))
    return {
      kind: "unclear",
      why: `${what} holds a document in the characters ${JSON.stringify(charset)}, which are not read here.`,
      hint: "Write it in UTF-8.",
      offset,
    };
  const written = withoutPercents(body);
  const text = parameters.at(-1) === "base64" ? Buffer.from(written, "base64").toString("latin1") : written;
  return { kind: "holds", what, type, text, offset };
}
