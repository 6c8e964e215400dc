/**
 * A site of pages that are hard to make well, all of it invented: what is too long, too short, too much, missing,
 * written from right to left, or trying to be code.
 */
const CODE = `<script>alert("x")</script><img src=x onerror=alert(1)>"'&{{title}}`;
const LONG = `${"A headline that its writer could not end and ".repeat(120)}so on`.slice(0, 5000);
const UNBROKEN = "Llanfairstowfordgogerychwyrndrobwllharwell".repeat(40);
const EVENT = "date: 2019-06-09\ntimezone: Europe/London\n";

const live = (slug: string, front: string, posts: Readonly<Record<string, string>>) => ({
  [`content/${slug}/index.md`]: `---\n${front}---\n`,
  ...Object.fromEntries(Object.entries(posts).map(([stem, text]) => [`content/${slug}/${stem}.md`, text])),
});

const post = (front: string, body = "Nothing has happened yet.") => `---\n${front}\n---\n${body}\n`;
const quoted = (text: string) => JSON.stringify(text);
const hour = (index: number) =>
  `${String(8 + Math.floor(index / 60)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`;

export const HARD_SITE: Readonly<Record<string, string>> = {
  "afterlive.config.json": JSON.stringify({
    ...{ title: `Regattas ${CODE}`, description: CODE, publisher: CODE, licence: CODE, topics: ["<b>&"] },
    url: "https://example.org/archive/",
  }),

  ...live("long-words", `title: ${quoted(LONG)}\n${EVENT}place: ${quoted(UNBROKEN)}\n`, {
    a: post(`time: 10:00\nheadline: ${quoted(LONG)}\nkey: true`),
    b: post(`time: 10:30\nheadline: ${quoted(UNBROKEN)}\nlabels: [${quoted(UNBROKEN)}]\nkey: true`, UNBROKEN),
    c: post(`time: 11:00\ncontributor: { name: ${quoted(UNBROKEN)}, role: ${quoted(LONG)} }`, `> ${UNBROKEN}`),
  }),

  ...live("many-labels", `title: Labels\n${EVENT}`, {
    a: post(`time: 10:00\nlabels: [${Array.from({ length: 300 }, (_, index) => `Label ${index}`).join(", ")}]`),
    b: post('time: 10:01\nlabels: ["!?…", "—", "#"]'),
  }),

  ...live("two-people", `title: One name\n${EVENT}`, {
    a: post("time: 10:00\ncontributor: { name: Ines Barrow, role: harbour master }"),
    b: post("time: 10:05\ncontributor: { name: Ines Barrow, role: 'skipper, Lady Mavis' }"),
  }),

  ...live("undated", "title: One post\ndumps: [undated.txt]\n", {}),
  ...live("undated-own", "title: One post of ours\n", { a: post("headline: Some time") }),
  "seeds/undated.txt": "Some time, somewhere, a boat came in.\n",
  ...live("empty", `title: Nothing yet\n${EVENT}`, {}),

  ...live(
    "code",
    `title: ${quoted(CODE)}\n${EVENT}place: ${quoted(CODE)}\nsummary: [${quoted(CODE)}]\nevent: { venue: ${quoted(CODE)} }\ndumps: [{ file: code.txt, licence: ${quoted(CODE)} }]\n`,
    {
      a: post(
        `time: 10:00\nheadline: ${quoted(CODE)}\nlabels: [${quoted(CODE)}, "<b>&"]\nadded: 2026-11-21\nby: ${quoted(CODE)}\ncontributor: { name: ${quoted(CODE)}, role: ${quoted(CODE)} }\nkey: true\ncorrections: [{ date: 2019-07-01, text: ${quoted(CODE)} }]`,
        `${CODE}\n\n![${CODE}](x.png)\n\n[${CODE}](javascript:alert(1))\n\n| a |\n|---|\n| ${CODE.replaceAll("|", "")} |`,
      ),
    },
  ),
  "seeds/code.txt": `${CODE}\n\nReporting by ${CODE}\n\nSummary\n\n  • ${CODE}\n\n  1. ${CODE}published at 10:40 British Summer Time 9 June 2019\n\n    ${CODE}\n\n  2. Start postponedpublished at 09:05 British Summer Time 9 June 2019\n\n    Not a breath of wind.\n`,

  ...live("arabic", `title: سباق القوارب في الميناء\nlang: ar\n${EVENT}summary: [الريح ضعيفة منذ الصباح]\n`, {
    a: post(
      "time: 10:00\nheadline: بداية السباق\nlabels: [الميناء]\nkey: true",
      "انطلقت القوارب أخيرا بعد انتظار طويل.",
    ),
    b: post("time: 11:30\nheadline: Lady Mavis في المقدمة", "> قال الربان: سننتظر الريح\n>\n> — Ines Barrow, ربان"),
    c: post("time: 13:00", "https://www.youtube.com/watch?v=jNQXAC9IVRw"),
  }),

  ...live("welsh", `title: Regata'r harbwr\nlang: cy\n${EVENT}`, {
    a: post("time: 10:00\nheadline: Dim gwynt\nkey: true", "Mae'r cychod yn aros."),
    b: post("after: p-a\nheadline: Heb amser", "Neb yn gwybod pryd."),
  }),

  ...live("busy-day", `title: A busy day\n${EVENT}`, {
    ...Object.fromEntries(
      Array.from({ length: 180 }, (_, index) => [
        `p${index}`,
        post(`time: ${hour(index * 4)}\nheadline: Update ${index}\nkey: ${index % 3 === 0}`),
      ]),
    ),
  }),
};
