import { describe, expect, test } from "vitest";
import { dateInWords, weekday } from "../../src/time/calendar.ts";
import { dateExists, instantAt, instantIn, printedZone, rfc3339, zoneExists } from "../../src/time/zones.ts";

describe("a zone's name as a dump prints it", () => {
  test.each([
    ["British Summer Time", "+01:00"],
    ["Greenwich Mean Time", "+00:00"],
    ["BST", "+01:00"],
    ["Amser Safonol Greenwich", "+00:00"],
  ])("%s is %s", (name, offset) => {
    expect(printedZone(name)?.offset).toBe(offset);
  });

  test("that means several offsets means none", () => {
    expect(printedZone("IST")).toBeNull();
  });
});

describe("a clock time", () => {
  test("on a zone's clock knows its offset and its name", () => {
    expect(instantIn("2017-04-23", "11:32", "Europe/London")).toEqual({
      ...{ date: "2017-04-23", time: "11:32", offset: "+01:00", zone: "BST" },
      epoch: Date.UTC(2017, 3, 23, 10, 32),
    });
    expect(instantIn("2017-12-23", "11:32", "Europe/London")).toMatchObject({ offset: "+00:00", zone: "GMT" });
    expect(instantIn("2017-04-23", "11:32", "America/New_York")).toMatchObject({ offset: "-04:00", zone: "-04:00" });
  });

  test("that the zone's clocks skip never was", () => {
    expect(instantIn("2017-03-26", "01:30", "Europe/London")).toBeNull();
  });

  test("that they show twice is the first of the two", () => {
    expect(instantIn("2017-10-29", "01:30", "Europe/London")).toMatchObject({ offset: "+01:00" });
  });

  test("with its offset reads as RFC 3339", () => {
    expect(rfc3339(instantAt("2017-04-23", "09:08", "+01:00", "BST"))).toBe("2017-04-23T09:08:00+01:00");
  });
});

test("zones and days that do not exist are known not to", () => {
  expect([zoneExists("Europe/London"), zoneExists("Europe/Stowford"), zoneExists("")]).toEqual([true, false, false]);
  expect(["2016-02-29", "2017-02-29", "2017-13-01", "2017-4-1", "today"].map(dateExists)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("days in words", () => {
  expect(`${weekday("2017-04-23")} ${dateInWords("2017-04-23")}`).toBe("Sunday 23 April 2017");
});
