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

/** The line of a dump of so many posts at which the n-th begins. */
export function lineOf(n: number, posts: number): number {
  return 5 + (posts - 1 - n) * 4;
}

/** A site with one long live blog, `regatta`: a dump of so many posts, more front matter, other files of its folder. */
export function longSite(
  posts: number,
  matter: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const index = [
    ...["---", "title: Stowford Regatta 2019", "date: 2019-06-09", "timezone: Europe/London", "place: Stowford"],
    ...["dumps: [long.txt]", ...matter, "---", ""],
  ].join("\n");
  const own = Object.entries({ "index.md": index, ...files });
  return {
    "seeds/long.txt": longDump(posts),
    ...Object.fromEntries(own.map(([name, text]) => [`content/regatta/${name}`, text])),
  };
}

/** The largest live blog that is known had so many posts. */
export const LARGEST = 1418;

/** That many, four of them an author's: links in prose between pages, a picture and an embed on later ones, old ids. */
export function largestSite(): Record<string, string> {
  const dumped = LARGEST - 4;
  const own = (time: string, headline: string, body: string, more: readonly string[] = []): string =>
    ["---", `time: "${time}"`, `headline: ${headline}`, ...more, "---", body, ""].join("\n");
  return longSite(
    dumped,
    ["aliases: [old-regatta]", "summary:", "  - text: A swan was in the lead", "    post: p-swan"],
    {
      "gun.md": own("06:30", "The gun", "See [the swan](#p-swan), or [an old address](#post_58fc).", ["key: true"]),
      "swan.md": own("12:45", "A swan leads", "After [the gun](#p-gun), see the [chart](chart.pdf).", ["key: true"]),
      "fleet.md": own("13:10", "The fleet", "![Two boats](fleet.svg)"),
      "club.md": own("15:05", "What the club said", "https://x.com/jack/status/20"),
      "renamed.md": ["---", `amends: long.txt:${lineOf(250, dumped)}`, "aliases: [post_58fc]", "---", ""].join("\n"),
      "chart.pdf": "%PDF",
      "fleet.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
    },
  );
}
