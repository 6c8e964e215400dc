import { cssFindings } from "./css.ts";
import type { OwnHosts } from "./foreign.ts";
import type { Found } from "./found.ts";
import { headersFindings, jsonFindings } from "./read-data.ts";
import { htmlFindings } from "./read-html.ts";
import { xmlFindings } from "./read-xml.ts";

/** One kind of file that can make a browser ask for something. */
interface Reader {
  /** Which files of a site, by their path. */
  readonly files: RegExp;
  /** Which documents within others, by their media type. */
  readonly types: RegExp;
  readonly read: (text: string, own: OwnHosts) => readonly Found[];
}

/** Every kind of file that is looked into. A new one: its function, and its line here. */
export const READERS: readonly Reader[] = [
  { files: /\.html?$/i, types: /^text\/html$/, read: htmlFindings },
  {
    // A feed's entry is shown by other programs; nobody presses its links' names out of them beforehand.
    files: /^$/,
    types: /^text\/x-entry$/,
    read: (text, own) => htmlFindings(text, own).filter(({ kind }) => kind === "asks" || kind === "holds"),
  },
  {
    files: /\.(?:svg|xhtml|xht|xml|xslt?|rss|atom|rdf|mml)$/i,
    types: /^(?:text\/(?:xml|xsl)|application\/(?:xml|[\w.+-]+\+xml)|image\/svg\+xml)$/,
    read: xmlFindings,
  },
  { files: /\.css$/i, types: /^text\/css$/, read: (text) => cssFindings(text, "A stylesheet", 0, true) },
  { files: /\.(?:json|webmanifest)$/i, types: /^application\/(?:manifest\+)?json$/, read: jsonFindings },
  { files: /(?:^|\/)(?:_headers|\.htaccess|_[\w-]+\.conf)$/, types: /^$/, read: headersFindings },
];
