import type { Amendment, PostFile } from "../model/authored.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { atKey } from "./problems.ts";
import type { TimeProblem } from "./stamps.ts";

const WORDS: Readonly<Record<TimeProblem, { readonly message: string; readonly hint: string }>> = {
  "no-date": {
    message: "this is a clock time, and nothing says of which day",
    hint: "give index.md a `date`, or write the day here too: 2017-04-23T11:32",
  },
  "no-zone": {
    message: "this is a clock time, and nothing says on whose clock",
    hint: "give index.md a `timezone` (Europe/London), or write the offset here too: 2017-04-23T11:32+01:00",
  },
  skipped: {
    message: "the clocks of the live blog's zone skipped this hour, so the time never was",
    hint: "check the time, or write the offset too: 2017-03-26T01:30+00:00",
  },
};

/** The diagnostic `time-impossible` for an author's time that cannot be placed. */
export function timeProblem(file: PostFile | Amendment, problem: TimeProblem): Diagnostic {
  return atKey(file, "time", { code: "time-impossible", severity: "error", ...WORDS[problem] });
}
