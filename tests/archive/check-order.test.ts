/** What `check` says where the order of a live blog's pages is not known, or where numbers and times tell two orders. */
import { describe, expect, test } from "vitest";
import { mergeLiveBlog } from "../../src/archive/live-blog.ts";
import type { Dump } from "../../src/model/dump.ts";
import { DAY, folder, parsed, structured } from "./samples.ts";

const untimed = (file: string, ...headlines: readonly string[]): Dump => {
  const posts = headlines.map(
    (headline, at) => `  ${at + 1}. ${headline}\n\n    ${headline} at the harbour, and more of it.\n`,
  );
  return parsed(file, `Live Reporting\n\nBy Ines Barrow\n\nAll times stated are UK\n\n${posts.join("\n")}`);
};
const timed = (file: string, ...times: readonly string[]): Dump =>
  structured(
    file,
    times.map((at) => ({ headline: `At ${at}`, at: `${at} ${DAY}`, body: `The ferry of ${at} is in.` })),
  );

/** The warnings about these pages, each claimed by a name of its own. */
const warnings = (...pages: readonly (readonly [Dump, number | null])[]) => {
  const dumps = pages.map(([dump, page], claim) => ({ dump, page, claim }));
  const places = new Map(
    pages.map((_, at) => [`dumps.${at}`, { file: "index.md", line: at + 1, column: 1, excerpt: null }]),
  );
  const { diagnostics } = mergeLiveBlog({ slug: "a", title: "A", folder: folder("a", { index: { places } }), dumps });
  return diagnostics
    .filter(({ severity }) => severity === "warning")
    .map(({ code, line, message }) => [code, line, message]);
};
const [gates, lamps] = [untimed("gates.txt", "Gates open", "Queues"), untimed("lamps.txt", "Lamps lit", "Dusk")];

describe("an order that nobody knows", () => {
  test("is one warning at the first page that has neither number nor time, naming all of them", () => {
    expect(warnings([gates, null], [lamps, null])).toEqual([
      ["page-order-unknown", 1, expect.stringContaining("where seeds/gates.txt, seeds/lamps.txt stand among")],
    ]);
    expect(warnings([timed("a.txt", "10:00"), null], [lamps, null])).toEqual([
      ["page-order-unknown", 2, expect.stringContaining("where seeds/lamps.txt stands among")],
    ]);
  });

  test("is none of a page whose posts other pages have too", () => {
    const copy = parsed(
      "copy.txt",
      "Live Reporting\n\nAll times stated are UK\n\n  1. At 10:00\n\n    The ferry of 10:00 is in.\n",
    );
    expect(warnings([timed("a.txt", "11:00", "10:00"), null], [copy, null])).toEqual([]);
  });

  test("is none of a page that is alone, nor of pages with numbers or times", () => {
    expect(warnings([gates, null])).toEqual([]);
    expect(warnings([gates, 2], [lamps, 1])).toEqual([]);
    expect(warnings([timed("a.txt", "10:00"), null], [timed("b.txt", "11:00"), null])).toEqual([]);
  });
});

describe("a page number that cannot be right", () => {
  test("is another page's, of which the page has no post", () => {
    const [a, b] = [timed("a.txt", "10:00"), timed("b.txt", "11:00", "10:00")];
    expect(warnings([a, 3], [timed("c.txt", "12:00"), 3])).toEqual([
      ["page-number-doubtful", 2, "seeds/c.txt is page 3 here, and so is seeds/a.txt, though no post is on both."],
    ]);
    expect(warnings([a, 3], [b, 3])).toEqual([]);
  });

  test("makes a page newer than one that begins after it ends", () => {
    expect(warnings([timed("a.txt", "10:10", "10:00"), 1], [timed("b.txt", "11:10", "11:00"), 4])).toEqual([
      [
        "page-number-doubtful",
        1,
        "seeds/a.txt is page 1 here, and so newer than page 4, seeds/b.txt, which begins after it ends.",
      ],
    ]);
    expect(warnings([timed("a.txt", "10:10", "10:00"), 4], [timed("b.txt", "11:10", "11:00"), 1])).toEqual([]);
  });
});
