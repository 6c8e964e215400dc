import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readClock } from "../../src/dumps/parts/clock.ts";
import { readDate } from "../../src/time/dates.ts";

// One reader knows every form in which pages print a time. It reads what stands at the start of some words; whether that is
// a post's stamp is for the page's pattern to say (tests/dialects/stamped.md).

/** The stamp's parts that are there, without the printed words. */
function parts(text: string): Record<string, string> | null {
  const reading = readClock(text);
  if (reading === null) return null;
  const { printed: _, ...rest } = reading.stamp;
  return Object.fromEntries(Object.entries(rest).filter((part): part is [string, string] => part[1] !== null));
}

describe("a clock time", () => {
  test.each([
    ["14:36", "14:36"],
    ["9:05", "09:05"],
    ["00:07", "00:07"],
    ["14:36:20", "14:36"],
    ["3.11pm", "15:11"],
    ["11.08am", "11:08"],
    ["03:01 PM", "15:01"],
    ["11:25 a.m.", "11:25"],
    ["10am", "10:00"],
    ["12.30am", "00:30"],
    ["12 pm", "12:00"],
    ["11:09PM", "23:09"],
    ["01:06:14 PM", "13:06"],
    ["12 noon", "12:00"],
    ["12 midnight", "00:00"],
    ["14h36", "14:36"],
    ["14 h 05", "14:05"],
    ["Sat 4:40pm", "16:40"],
    ["14.36 Uhr", "14:36"],
    ["14:36 h", "14:36"],
    ["1724", "17:24"],
    ["0640", "06:40"],
  ])("%s is %s", (text, time) => {
    expect(parts(text)).toEqual({ time });
    expect(readClock(text)?.length).toBe(text.length);
  });

  test("of 24 hours with a needless PM is what its figures say", () => {
    expect(parts("18:28 PM")).toEqual({ time: "18:28" });
    expect(parts("13:05 AM")).toEqual({ time: "13:05" });
  });

  test.each(["25:10", "14:60", "2460", "00:15 PM", "31.30pm", "14:3", "14", "7:5", "2:05:48", "1:2:3", "14:36:99:00"])(
    "%s is none: no clock shows it, or it is how long something took",
    (text) => {
      expect(readClock(text)).toBeNull();
    },
  );

  test("may have the words glued to it that follow", () => {
    expect(readClock("0640The gates open")).toMatchObject({ form: "digits", length: 4 });
    expect(readClock("22:06We are off")).toMatchObject({ form: "clock", length: 5 });
  });

  test("with a point and neither am, pm nor zone is one only among others: `5.09` may be a price, `5h30` a while", () => {
    expect(readClock("5.09")).toMatchObject({ form: "bare", halfKnown: false });
    expect(readClock("5h30")).toMatchObject({ form: "bare", stamp: { time: "05:30" } });
    expect(readClock("8h - Le jour")).toMatchObject({ form: "bare", length: 2, stamp: { time: "08:00" } });
    expect(readClock("14 Uhr")).toMatchObject({ form: "bare", stamp: { time: "14:00" } });
    expect(readClock("15.11 BST")).toMatchObject({ form: "clock", stamp: { time: "15:11" } });
  });
});

describe("a zone behind a time", () => {
  test.each([
    ["3.11pm BST", "BST"],
    ["08:50 IST: Counting begins", "IST"],
    ["12:52 ET", "ET"],
    ["09:18 Amser Safonol Greenwich", "Amser Safonol Greenwich"],
    ["14:22 British Summer Time and so on", "British Summer Time"],
    ["15:20 GMT+1", "GMT+1"],
    ["15:20 +05:30", "+05:30"],
    ["14:36 (GMT)", "GMT"],
    ["17:24 UK time", "UK time"],
    ["17:24 AMST", "AMST"],
  ])("%s", (text, zone) => {
    expect(parts(text)?.["zone"]).toBe(zone);
  });

  test.each(["10:15 et le vent", "10:15 MOST people agree", "10:15 It rains", "10:15 Harwell", "10:15 ist es so weit"])(
    "%s has none",
    (text) => {
      expect(parts(text)).toEqual({ time: "10:15" });
    },
  );
});

describe("a date beside a time", () => {
  test.each([
    ["22 July 2024 15:20", { time: "15:20", date: "2024-07-22" }],
    ["24 October 2019, 18:28 PM", { time: "18:28", date: "2019-10-24" }],
    ["03 Oct, 2016 00:07", { time: "00:07", date: "2016-10-03" }],
    ["Monday 28 November 2022 18:53", { time: "18:53", date: "2022-11-28" }],
    ["June 3, 2019 — 5.50pm", { time: "17:50", date: "2019-06-03" }],
    ["5 November 21:40", { time: "21:40", date: "--11-05" }],
    ["24 de abril de 2016, 14:36", { time: "14:36", date: "2016-04-24" }],
    [
      "09:18 Amser Safonol Greenwich 25 Tachwedd 2022",
      { time: "09:18", date: "2022-11-25", zone: "Amser Safonol Greenwich", published: "2022-11-25T09:18:00+00:00" },
    ],
    [
      "11:25 a.m. ET, October 4, 2020",
      { time: "11:25", date: "2020-10-04", zone: "ET", published: "2020-10-04T11:25:00-04:00" },
    ],
    [
      "Nov 30 2020, 12:52 ET",
      { time: "12:52", date: "2020-11-30", zone: "ET", published: "2020-11-30T12:52:00-05:00" },
    ],
    ["2020-10-04T11:25:00Z", { time: "11:25", date: "2020-10-04", zone: "Z", published: "2020-10-04T11:25:00+00:00" }],
    ["05 May 2023, 01:06:14 PM IST", { time: "13:06", date: "2023-05-05", zone: "IST" }],
  ])("%s", (text, expected) => {
    expect(parts(text)).toEqual(expected);
    expect(readClock(text)?.length).toBe(text.length);
  });

  test("whose figures can be read two ways stays open", () => {
    expect(readDate("03/04/2019")).toMatchObject({ date: null, length: 10 });
    expect(readDate("27-06-2025")).toMatchObject({ date: "2025-06-27" });
    expect(readDate("06/27/2025")).toMatchObject({ date: "2025-06-27" });
    expect(readDate("03.04.2019")).toMatchObject({ date: "2019-04-03" });
  });

  test.each(["31 June 2019", "30 February", "Oct 0", "may 5", "5 miles", "2016", "Mon"])("%s is none", (text) => {
    expect(readDate(text)).toBeNull();
  });
});

describe("times that are on no clock", () => {
  test.each(["1 hr 8 min ago", "3 hours ago", "5m ago", "an hour ago", "2 days, 3 hours ago", "just now"])(
    "%s counts back from when the page was saved, which nobody knows",
    (text) => {
      expect(parts(text)).toEqual({ relative: text });
    },
  );

  test("yesterday is a day of the same kind", () => {
    expect(parts("yesterday 6.00pm")).toEqual({ time: "18:00", relative: "yesterday" });
    expect(parts("Today at 14:36")).toEqual({ time: "14:36" });
  });

  test("seconds since 1970 are an instant, on the clock of Greenwich", () => {
    expect(parts("1669661349")).toEqual({
      ...{ time: "18:49", date: "2022-11-28", zone: "GMT", published: "2022-11-28T18:49:00+00:00" },
    });
    expect(parts("1669661349000")).toEqual(parts("1669661349"));
    expect(readClock("16696613495")).toBeNull();
  });

  test.each([
    ["43'", "43"],
    ["90+3'", "90+3"],
    ["45' + 2 Corner", "45+2"],
    ["79 mins: PENALTY", "79"],
    ["124th min: Still nothing", "124"],
    ["89 min Barrow shoots", "89"],
    ["Minute 43", "43"],
    ["Minuto 7: Empieza", "7"],
  ])("%s is minute %s of the match", (text, minute) => {
    expect(parts(text)).toEqual({ minute });
  });

  test.each(["10 minutes to go", "5 mins later", "20 minutes of rain", "6' 2\" tall", "900 min", "43'rd"])(
    "%s is none",
    (text) => {
      expect(readClock(text)?.form).not.toBe("minute");
    },
  );
});

test("any text at all is read without throwing, and what is read stands at its start", () => {
  const piece = fc.constantFrom(
    "14",
    ":",
    "36",
    ".",
    " ",
    "pm",
    "BST",
    "May",
    "2016",
    "'",
    "+",
    "min",
    ", ",
    "ago",
    "1 hr",
    "Mon",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join("")),
      ),
      (text) => {
        const reading = readClock(text);
        if (reading === null) return;
        expect(text.startsWith(reading.stamp.printed)).toBe(true);
        expect(reading.stamp.printed).toHaveLength(reading.length);
        if (reading.stamp.time !== null) expect(reading.stamp.time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
      },
    ),
    { numRuns: 2000 },
  );
});
