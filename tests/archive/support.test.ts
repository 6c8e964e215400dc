import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import { DAY, folder, structured } from "./samples.ts";

const ENTRIES = [
  {
    headline: "The cup goes home",
    at: `15:10 ${DAY}`,
    body: "Hester Vane has the cup and her mother the sandwich tin.",
  },
  {
    headline: "Larkspur by a length",
    at: `12:56 ${DAY}`,
    body: "Third at the last mark, and Hester Vane wins Class One.",
  },
  {
    headline: "Red flag",
    at: `11:08 ${DAY}`,
    body: "A protest over the old perch: both skippers say they were first.",
  },
  { headline: "Start postponed", at: `09:05 ${DAY}`, body: "Not a breath of wind on the water this morning." },
];
const merge = (bullets: readonly string[], summary: { text: string; post: string | null }[] | null = null) => {
  const dumps = [{ dump: structured("a.txt", ENTRIES, bullets), page: 1 }];
  return mergeLiveBlog({ slug: "regatta", title: "Regatta", dumps, folder: folder("regatta", { index: { summary } }) });
};

describe("a summary bullet", () => {
  test.each([
    ["Hester Vane's Larkspur wins Class One by a length", "p-1256-larkspur-by-a-length"],
    ["Skippers' protest over perch", "p-1108-red-flag"],
    ["No wind: start is postponed", "p-0905-start-postponed"],
    ["Text us your pictures of the water", null],
    ["Crowds line the harbour", null],
    ["…", null],
  ])("%s → %s", (text, post) => {
    expect(merge([text]).value.summary).toEqual([{ text, post }]);
  });

  test("that no post supports stays text, with a note at its line", () => {
    const { diagnostics } = merge(["Crowds line the harbour"]);
    expect(diagnostics).toMatchObject([
      { code: "summary-unsupported", severity: "note", file: "seeds/a.txt", line: 3 },
    ]);
  });

  test("keeps the post that its author names, whatever the words say", () => {
    const summary = [{ text: "Larkspur wins Class One by a length", post: "p-1108-red-flag" }];
    expect(merge([], summary).value.summary).toEqual(summary);
  });
});
