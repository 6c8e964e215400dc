import { createHash } from "node:crypto";
import { readDump } from "../../src/dumps/read-dump.ts";
import type { Amendment, Folder, LiveBlogFile, PostFile } from "../../src/model/authored.ts";
import type { Checked } from "../../src/model/diagnostic.ts";
import type { Dump } from "../../src/model/dump.ts";
import type { Assets } from "../../src/model/picture.ts";

/** What a test says of one entry of an invented structured dump; newest first, as pages print them. */
export interface SampleEntry {
  readonly headline?: string;
  /** `09:08 British Summer Time 9 June 2019`, or less of it. */
  readonly at: string;
  readonly body?: string;
}

/** An invented `bbc-structured` dump, parsed. */
export function structured(file: string, entries: readonly SampleEntry[], summary: readonly string[] = []): Dump {
  const head = ["Summary", "", ...summary.flatMap((bullet) => [`  • ${bullet}`, ""])];
  const body = entries.flatMap(({ headline = "Post", at, body: text = "" }, index) => [
    `  ${index + 1}. ${headline}published at ${at}`,
    "",
    ...(text === "" ? [] : text.split("\n").flatMap((line) => [`    ${line}`, ""])),
  ]);
  return parsed(file, [...head, ...body].join("\n"));
}

/** Any text as a dump. */
export function parsed(file: string, text: string): Dump {
  return readDump({ file: `seeds/${file}`, sha256: createHash("sha256").update(text).digest("hex"), text }).value;
}

export const DAY = "British Summer Time 9 June 2019";

/** An author's folder with only the fields a test speaks of. */
export function folder(
  slug: string,
  given: {
    index?: Partial<LiveBlogFile>;
    posts?: PostFile[];
    amendments?: Amendment[];
    assets?: Assets;
    drafts?: string[];
  } = {},
): Folder {
  const index: LiveBlogFile = {
    ...{ file: `content/${slug}/index.md`, slug, stem: "index", places: new Map() },
    ...{ title: slug, date: "2019-06-09", timezone: "Europe/London", place: null, lang: null, series: null, dumps: [] },
    ...{ summary: null, event: null, aliases: [], corrections: [], draft: false, body: [] },
    ...given.index,
  };
  return { slug, posts: [], amendments: [], drafts: [], assets: new Map(), ...given, index };
}

/** What posts and amendments have in common. */
function fields(stem: string) {
  return {
    ...{ file: `content/regatta/${stem}.md`, slug: "regatta", stem, places: new Map() },
    ...{ time: null, approximate: false, headline: null, contributor: null, corrections: [], added: null },
    ...{ aliases: [], draft: false, body: [] },
  };
}

/** An author's post; `at` is a time on the live blog's clock. */
export function post(stem: string, { at, ...given }: Partial<PostFile> & { at?: string } = {}): PostFile {
  const time = at === undefined ? null : { time: at, date: null, offset: null };
  return { ...fields(stem), kind: "post", placement: null, labels: [], key: false, time, ...given };
}

/** An author's amendment. */
export function amendment(stem: string, target: Amendment["target"], given: Partial<Amendment> = {}): Amendment {
  return { ...fields(stem), kind: "amendment", target, labels: null, key: null, embed: null, image: null, ...given };
}

/** The same without the notes that the samples' bullets give: `support.test.ts` is about those. */
export function withoutBulletNotes<T>({ value, diagnostics }: Checked<T>): Checked<T> {
  return { value, diagnostics: diagnostics.filter(({ code }) => code !== "summary-unsupported") };
}
