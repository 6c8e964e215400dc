/**
 * What a BBC page printed where an embed was is furniture, asks for a consent that nobody here is given, and names what
 * this site does not do. The page says in its own words what stood there (docs/embeds.md); no output repeats the notice.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { providers } from "../../src/embeds/providers/registry.ts";
import { examplesOf, textOf } from "../dialects/examples.ts";
import { readable, site, type TestSite } from "./site.ts";

/** Sentences of consent notices, each enough to know one by. */
const NOTICE = [
  ...["cannot be displayed in your browser", "enable Javascript", "View original content on"],
  ...["not responsible for the content of external sites", "content provided by", "may contain adverts"],
  ...["We ask for your permission", "may be using cookies", "accept and continue"],
];
const MARKS = /\b(?:Allow [\w ]{1,30} content\?|(?:Skip|End of) [a-z ]{1,30} (?:post|video|content|audio))(?!\w)/;

/** Where the outputs of a site say a notice: `tour/feed.json: We ask for your permission`. */
function sayings(made: TestSite): string[] {
  return [...made.published()].flatMap(([file, text]) => {
    // JSON and XML escape what HTML does not; the embeds' own words, which name what they skip, are not the dump's.
    const plain = text
      .replaceAll("\\u2019", "’")
      .replace(/<a class="skip"[^>]*>[^<]*<\/a>|<p class="vh"[^>]*>[^<]*<\/p>/g, "");
    const found = NOTICE.filter((words) => plain.includes(words));
    const mark = MARKS.exec(readable(plain))?.[0];
    return [...found, ...(mark === undefined ? [] : [mark])].map((words) => `${file}: ${words}`);
  });
}

const hasNotice = (text: string): boolean => NOTICE.some((words) => text.includes(words)) || MARKS.test(text);

const DIALECTS = new URL("../dialects/", import.meta.url);
const DUMPS = new URL("../dumps/", import.meta.url);
const examples = readdirSync(DIALECTS)
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) =>
    examplesOf(textOf(new URL(name, DIALECTS))).map(({ title, dump }) => [`${name}: ${title}`, dump] as const),
  );
const dumps = readdirSync(DUMPS)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => [name, readFileSync(new URL(name, DUMPS), "utf8")] as const);

test.each([...examples, ...dumps].filter(([, dump]) => hasNotice(dump)))("%s", async (_, dump) => {
  const made = site({ "seeds/a.txt": dump, "afterlive.config.json": '{ "url": "https://example.org/" }' });
  await made.build();
  expect(made.published().size).toBeGreaterThan(10);
  expect(sayings(made)).toEqual([]);
});

/** Every name that a dump may print, with the thing that its notice speaks of. */
const NAMES = providers.flatMap(({ name, printed, kind }) =>
  [...new Set([name, ...printed])].map((one) => [one, kind === "video" ? "video" : "post"] as const),
);

describe("the notice of every provider", () => {
  const structured = (
    post: number,
    name: string,
    thing: string,
  ): string => `  ${post}. Post ${post}published at 12:${String(60 - post).padStart(2, "0")} Greenwich Mean Time 18 November 2016

    Words before ${post}.

    This ${name} ${thing} cannot be displayed in your browser. Please enable Javascript or try a different browser.View original content on ${name}
    The BBC is not responsible for the content of external sites. ${name} content may contain adverts.
    Skip ${name.toLowerCase()} ${thing}

    Allow ${name} content?

    This article contains content provided by ${name}. We ask for your permission before anything is loaded, as they may be using cookies and other technologies. You may want to read ${name}’s cookie policy, external and privacy policy, external before accepting. To view this content choose ‘accept and continue’.

    The BBC is not responsible for the content of external sites. ${name} content may contain adverts.
    End of ${name.toLowerCase()} ${thing}

    Words after ${post}.
`;
  const flat = (name: string): string =>
    `Allow ${name} content?\nThis article contains content provided by ${name}. We ask for your permission before anything is loaded, as they may be using cookies and other technologies.\nWords after the thing of ${name}.\n`;

  test("is on no page, in no feed and in no data, where its dump kept it whole", async () => {
    const dump = NAMES.map(([name, thing], at) => structured(at + 1, name, thing)).join("\n");
    expect(NAMES.length).toBeLessThan(60);
    const made = site({ "seeds/a.txt": dump, "afterlive.config.json": '{ "url": "https://example.org/" }' });
    const { posts } = await made.build();
    expect(posts).toBe(NAMES.length);
    expect(sayings(made)).toEqual([]);
    const page = [...made.published()].find(([file]) => /^live-[^/]*\/index\.html$/.test(file))?.[1];
    // What stood there is said once for each, in our own words, and no word around it is lost.
    expect(readable(page ?? "").split("stood here. Its link is not in the archived text.").length - 1).toBe(
      NAMES.length,
    );
    for (const at of NAMES.keys()) expect(readable(page ?? "")).toContain(`Words after ${at + 1}.`);
  });

  test("is on no page either where only its heading and its sentence are left", async () => {
    const flatExample = examples.find(([title, dump]) => title.startsWith("bbc-flat.md") && hasNotice(dump))?.[1] ?? "";
    const dump = flatExample.replace(/^Allow .*\n.*\n/m, NAMES.map(([name]) => flat(name)).join(""));
    const made = site({ "seeds/a.txt": dump, "afterlive.config.json": '{ "url": "https://example.org/" }' });
    await made.build();
    expect(sayings(made)).toEqual([]);
    const all = [...made.published()].map(([, text]) => readable(text)).join(" ");
    for (const [name] of NAMES) expect(all).toContain(`Words after the thing of ${name}.`);
  });
});

test("a page that did repeat one would be found", () => {
  const made = site({
    "dist/tour/index.html": "<p>Allow X content?</p>",
    "dist/feed.json": '"We ask for your permission"',
  });
  expect(sayings(made)).toEqual(["feed.json: We ask for your permission", "tour/index.html: Allow X content?"]);
});
