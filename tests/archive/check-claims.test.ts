/** Two dumps of different events that one index.md claims: nobody but the author can tell, so it is a warning. */
import { describe, expect, test } from "vitest";
import { checkClaims } from "../../src/archive/check-claims.ts";
import type { LiveBlogFile } from "../../src/model/authored.ts";
import { folder, structured } from "./samples.ts";

const REGATTA = ["Larkspur wins the harbour cup"];

/** A page of one entry. */
const page = (file: string, date: string, summary: readonly string[] = REGATTA) =>
  structured(file, [{ headline: "Away", at: `10:40 British Summer Time ${date}`, body: "They are off." }], summary);

/** What is said of these dumps, claimed one after the other on the lines from 5. */
function warnings(dumps: readonly ReturnType<typeof page>[], date: string | null = "2019-06-09") {
  const places = new Map(
    dumps.map((_, at) => [
      `dumps.${at}.file`,
      { file: "content/regatta/index.md", line: 5 + at, column: 13, excerpt: "" },
    ]),
  );
  const index: LiveBlogFile = { ...folder("regatta").index, date, places };
  return checkClaims(
    index,
    dumps.map((dump, claim) => ({ dump, claim })),
  );
}

describe("days", () => {
  test("a dump more than two days from the live blog's date is named at its claim, with what differs", () => {
    expect(warnings([page("a.txt", "9 June 2019"), page("b.txt", "3 May 2018")])).toEqual([
      expect.objectContaining({
        ...{ code: "dump-elsewhere", severity: "warning", file: "content/regatta/index.md", line: 6, column: 13 },
        message:
          "seeds/b.txt looks like a page of another live blog: its posts are of 3 May 2018, 402 days from the `date` here (9 June 2019).",
      }),
    ]);
  });

  test("without a date, the first dump's day is the measure", () => {
    const [warning, ...more] = warnings([page("a.txt", "9 June 2019"), page("b.txt", "12 June 2019")], null);
    expect(more).toEqual([]);
    expect(warning?.message).toContain("3 days from those of seeds/a.txt (9 June 2019)");
  });

  test("two days are one event, and so is coverage that goes on from page to page", () => {
    expect(warnings([page("a.txt", "9 June 2019"), page("b.txt", "11 June 2019")])).toEqual([]);
    const days = ["15 June 2019", "9 June 2019", "13 June 2019", "11 June 2019"];
    expect(warnings(days.map((day, at) => page(`${at}.txt`, day)))).toEqual([]);
  });

  test("a dump that prints no day is not judged by it", () => {
    const bare = structured("bare.txt", [{ headline: "Away", at: "10:40", body: "They are off." }], REGATTA);
    expect(warnings([page("a.txt", "9 June 2019"), bare])).toEqual([]);
  });
});

describe("summaries", () => {
  test("a summary that shares no word with the others' is named, with both", () => {
    const [warning, ...more] = warnings([
      page("a.txt", "9 June 2019"),
      page("b.txt", "9 June 2019", ["Council votes to close two libraries"]),
    ]);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ code: "dump-elsewhere", line: 6 });
    expect(warning?.message).toContain(
      'its summary ("Council votes to close two libraries") has no word in common with that of seeds/a.txt ("Larkspur wins the harbour cup")',
    );
  });

  test("a summary that grew during the day is the same one", () => {
    const later = ["Protest over the second mark", "Larkspur keeps the cup"];
    expect(warnings([page("a.txt", "9 June 2019"), page("b.txt", "9 June 2019", later)])).toEqual([]);
  });

  test("a dump without a summary is not judged by it", () => {
    expect(warnings([page("a.txt", "9 June 2019"), page("b.txt", "9 June 2019", [])])).toEqual([]);
  });

  test("of two without summaries, the titles are compared", () => {
    const titled = (file: string, title: string) => ({ ...page(file, "9 June 2019", []), title });
    const [warning, ...more] = warnings([titled("a.txt", "Stowford Regatta"), titled("b.txt", "Council votes live")]);
    expect(more).toEqual([]);
    expect(warning?.message).toContain(
      'its title ("Council votes live") has no word in common with that of seeds/a.txt ("Stowford Regatta")',
    );
    expect(warnings([titled("a.txt", "Stowford Regatta"), titled("b.txt", "Regatta: the cup goes home")])).toEqual([]);
    expect(warnings([page("a.txt", "9 June 2019"), titled("b.txt", "Council votes live")])).toEqual([]);
  });

  test("one warning says both, where days and summary differ", () => {
    const found = warnings([page("a.txt", "9 June 2019"), page("b.txt", "3 May 2018", ["Council votes"])]);
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toMatch(/402 days.*; its summary/);
  });
});
