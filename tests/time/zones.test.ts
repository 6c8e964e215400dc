import { describe, expect, test } from "vitest";
import { calendarDay, dateInEnglish } from "../../src/time/calendar.ts";
import {
  dateExists,
  instantAt,
  instantIn,
  isZoneName,
  printedZone,
  rfc3339,
  zoneAt,
  zoneName,
} from "../../src/time/zones.ts";

describe("a zone's name as a dump prints it", () => {
  test.each([
    ["British Summer Time", "+01:00"],
    ["Greenwich Mean Time", "+00:00"],
    ["BST", "+01:00"],
    ["Amser Safonol Greenwich", "+00:00"],
    ["UTC", "+00:00"],
    ["CEST", "+02:00"],
    ["Central European Time", "+01:00"],
    ["EDT", "-04:00"],
    ["EST", "-05:00"],
    ["AEST", "+10:00"],
    ["AEDT", "+11:00"],
    ["India Standard Time", "+05:30"],
    ["GMT+1", "+01:00"],
    ["UTC-03:30", "-03:30"],
    ["+0530", "+05:30"],
  ])("%s is %s", (name, offset) => {
    expect(printedZone(name)?.offset).toBe(offset);
  });

  test.each(["IST", "CST", "ET", "Stowford Time", "GMT+15"])("%s means several offsets, or none", (name) => {
    expect(printedZone(name)).toBeNull();
  });

  // name, day, live blog's zone, offset
  test.each([
    ["IST", "2019-06-09", "Asia/Kolkata", "+05:30"],
    ["IST", "2019-06-09", "Europe/Dublin", "+01:00"],
    ["IST", "2019-06-09", "Asia/Calcutta", "+05:30"],
    // Where the offset is the same and the name is not, nothing is settled: in summer London is where Dublin is.
    ["IST", "2019-06-09", "Europe/London", null],
    ["IST", "2019-12-09", "Europe/London", null],
    ["IST", "2019-12-09", "Europe/Athens", null],
    ["CST", "2019-06-09", "America/Denver", null],
    ["CST", "2019-06-09", "America/Chicago", null],
    ["CST", "2019-12-09", "Asia/Singapore", null],
    ["PST", "2019-12-09", "Asia/Manila", "+08:00"],
    ["PST", "2019-12-09", "Asia/Shanghai", "-08:00"],
    ["IST", "2019-06-09", "Asia/Jerusalem", null],
    ["IST", "2019-12-09", "Asia/Jerusalem", "+02:00"],
    ["IST", "2019-06-09", null, null],
    ["CST", "2019-12-09", "America/Chicago", "-06:00"],
    ["CST", "2019-06-09", "Asia/Shanghai", "+08:00"],
    ["CST", "2019-06-09", "Europe/London", null],
    ["BST", "2019-06-09", null, "+01:00"],
    ["BST", "2019-06-09", "Asia/Dhaka", "+06:00"],
    ["BST", "2019-06-09", "Europe/London", "+01:00"],
    ["British Summer Time", "2019-06-09", "Asia/Dhaka", "+01:00"],
    ["EST", "2019-12-09", "Australia/Sydney", "+11:00"],
    ["ET", "2019-06-09", null, "-04:00"],
    ["ET", "2019-12-09", null, "-05:00"],
    ["PT", "2019-06-09", "Europe/London", "-07:00"],
    ["UK time", "2019-12-09", null, "+00:00"],
    ["Stowford Time", "2019-06-09", "Europe/London", null],
  ])("%s on %s in a live blog of %s is %s", (name, date, timezone, offset) => {
    expect(zoneAt(name, date, "12:00", timezone)?.offset ?? null).toBe(offset);
  });

  test("is known as one, whatever it means", () => {
    expect(["IST", "ET", "gmt", "GMT+1", "Pacific Time"].map(isZoneName)).not.toContain(false);
    expect(["Stowford", "A", ""].map(isZoneName)).not.toContain(true);
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

  test("that they show twice is the first of the two, or the one asked for", () => {
    expect(instantIn("2017-10-29", "01:30", "Europe/London")).toMatchObject({ offset: "+01:00" });
    expect(instantIn("2017-10-29", "01:30", "Europe/London", "later")).toMatchObject({ offset: "+00:00" });
  });

  test("with its offset reads as RFC 3339", () => {
    expect(rfc3339(instantAt("2017-04-23", "09:08", "+01:00", "BST"))).toBe("2017-04-23T09:08:00+01:00");
  });
});

test("zones and days that do not exist are known not to", () => {
  expect(["Europe/London", "europe/LONDON", "Europe/Stowford", ""].map(zoneName)).toEqual([
    "Europe/London",
    "Europe/London",
    null,
    null,
  ]);
  expect(["2016-02-29", "2017-02-29", "2017-13-01", "2017-4-1", "today"].map(dateExists)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("days in words", () => {
  expect(dateInEnglish("2017-04-23")).toBe("23 April 2017");
  expect(calendarDay("2017-04-23")).toEqual({ year: 2017, month: 4, day: 23, weekday: 7 });
});
