const HAPPENED = [
  ...[
    "Lady Mavis rounds the Perch",
    "A swan on the slipway",
    "The wind backs to the south-west",
    "Perch crew change sails",
  ],
  ...[
    "Harbour bus stops at the mole",
    "Ines Barrow at the tiller",
    "Class Two is called to the line",
    "Flat calm again",
  ],
  ...["The committee boat drags her anchor, and two crews are sent to fetch her back", "Tea is served", "Red flag"],
];
const SAID = "Eleven boats are on the water off Stowford, and the breeze comes and goes with the tide.";

/** The time of the n-th post from the oldest: from 06:00 on, five posts in four minutes, past midnight in the end. */
export function timeOf(n: number): { readonly time: string; readonly day: number } {
  const minutes = 6 * 60 + Math.floor(n * 0.8);
  const two = (part: number): string => String(part).padStart(2, "0");
  return { time: `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`, day: 9 + Math.floor(minutes / 1440) };
}

/** The headline of the n-th post, like no other. */
export function headlineOf(n: number): string {
  return `${HAPPENED[n % HAPPENED.length]} (${n})`;
}

/** An invented dump of so many posts. Every tenth points at the post of 13:01, which its minute has alone. */
export function longDump(posts: number): string {
  const lines = Array.from({ length: posts }, (_, at) => {
    const n = posts - 1 - at; // Newest first, as the pages were.
    const { time, day } = timeOf(n);
    const words = n % 10 === 9 && day === 9 ? `${SAID} It was calm earlier (see 13:01).` : SAID;
    const head = `  ${at + 1}. ${headlineOf(n)}published at ${time} British Summer Time ${day} June 2019`;
    return [head, "", `    ${words}`, ""];
  }).flat();
  return ["Summary", "", "  • Lady Mavis wins", "", ...lines].join("\n");
}

/** A site with one long live blog, `regatta`: a dump of so many posts, and what else is given. */
export function longSite(posts: number, files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const index = [
    "---",
    "title: Stowford Regatta 2019",
    "date: 2019-06-09",
    "timezone: Europe/London",
    "place: Stowford",
    "dumps: [long.txt]",
    "---",
    "",
  ].join("\n");
  return { "seeds/long.txt": longDump(posts), "content/regatta/index.md": index, ...files };
}
