/** Invitations to readers stay as record; the head of each page that holds one says that they are closed. */
import { expect, test } from "vitest";
import { headlineOf, longDump } from "./long.ts";
import { readable, site } from "./site.ts";

const CLOSED =
  "Invitations on this page to text, write in or vote are part of the record: they closed with the live blog.";
const INDEX = (more = "") => `---\ntitle: Stowford Regatta\ndate: 2019-06-09\ntimezone: Europe/London\n${more}---\n`;
const DUMPED = INDEX("dumps: [a.txt]\n");

const dump = (body: string, headline = "A swan leads") =>
  `  1. ${headline}published at 10:40 British Summer Time 9 June 2019\n\n    ${body}\n`;

/** The words of a page's head: above its posts. */
async function headOf(files: Readonly<Record<string, string>>, page = "regatta/index.html"): Promise<string> {
  const made = site(files);
  await made.build();
  return readable(made.page(page).split('class="columns')[0] ?? "");
}

test.each([
  ["in a post's words", dump("Are you there? Text us on 81111.")],
  ["in its headline", dump("From the harbour wall:", "Get involved")],
  ["in a bullet of the summary", `Summary\n\n  • Get involved: #Stowford\n\n${dump("It leads.")}`],
])("%s, an invitation is named as closed", async (_, text) => {
  expect(await headOf({ "seeds/a.txt": text, "content/regatta/index.md": DUMPED })).toContain(CLOSED);
});

test.each([
  ["talk of texting and voting", dump("He texted us: the committee voted on the text of the rules.")],
  ["somebody's speech", dump('"Tell us what you want," said the harbour master.')],
])("%s is no invitation", async (_, text) => {
  expect(await headOf({ "seeds/a.txt": text, "content/regatta/index.md": DUMPED })).not.toContain("Invitations");
});

test("its words stand in the post as they were", async () => {
  const made = site({ "seeds/a.txt": dump("Text us on 81111."), "content/regatta/index.md": DUMPED });
  await made.build();
  expect(made.page("regatta/index.html")).toContain("<p>Text us on 81111.</p>");
});

test("what is written for the archive invites today's readers, and is not closed", async () => {
  const late = "---\ntime: 11:00\n---\nWere you there? Write to us.\n";
  const beside = { "seeds/a.txt": dump("It leads."), "content/regatta/late.md": late };
  expect(await headOf({ ...beside, "content/regatta/index.md": DUMPED })).not.toContain("Invitations");
});

test("where there are no dumps, authors wrote the record: only what they say was added later is not", async () => {
  const post = (keys: string) => ({
    "content/regatta/index.md": INDEX(),
    "content/regatta/a.md": `---\ntime: 11:00\n${keys}---\nWere you there? Write to us.\n`,
  });
  expect(await headOf(post(""))).toContain(CLOSED);
  expect(await headOf(post("added: 2026-11-21\n"))).not.toContain("Invitations");
});

test("of a long live blog, each page speaks of its own posts", async () => {
  const files = {
    "seeds/a.txt": longDump(230).replace(headlineOf(225), "Have your say"),
    "content/regatta/index.md": DUMPED,
  };
  expect(await headOf(files)).not.toContain("Invitations");
  expect(await headOf(files, "regatta/page-2/index.html")).not.toContain("Invitations");
  expect(await headOf(files, "regatta/page-3/index.html")).toContain(CLOSED);
});

test("a Welsh page says it in Welsh", async () => {
  const files = {
    "seeds/a.txt": dump("Text us on 81111."),
    "content/regatta/index.md": INDEX("dumps: [a.txt]\nlang: cy\n"),
  };
  expect(await headOf(files)).toContain("daethant i ben gyda’r blog byw.");
});
