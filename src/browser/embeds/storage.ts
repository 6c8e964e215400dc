/** What the browser remembers. Every access may throw (T13), and nothing is written before an "always" (T3). */

/** What an "always" leaves in the browser: when, until when, and which notice was read (T11). */
interface Choice {
  readonly at: string;
  readonly until: string;
  readonly n: string;
}

const DAY = 86_400_000;
const LONGEST = 366 * DAY;

/** Sites of one origin do not share choices: `user.example/a/` keeps its own, and so does each folder of a disk. */
const KEY = `embeds:${new URL(desk?.dataset["embedsSite"] ?? "/", location.href).pathname}:v1`;
const days = Math.min(365, Math.max(1, Number(desk?.dataset["days"]) || 180));

/** Choices that the reader has taken back and the browser would not delete: here they do not count any more. */
const withdrawn = new Set<string>();

/** The notice that a party's readers are shown here, or null where that party is not on this page. */
function noticeOf(party: string): string | null {
  const shown = [...embeds, ...rows].find(({ dataset }) => (dataset["embed"] ?? dataset["party"]) === party);
  return shown?.dataset["notice"] ?? null;
}

function mark(party: string, { at }: Choice): string {
  return `${at} ${party}`;
}

function counts(party: string, choice: unknown): choice is Choice {
  if (typeof choice !== "object" || choice === null) return false;
  const { at, until, n } = choice as Partial<Choice>;
  const left = Date.parse(String(until)) - Date.now();
  if (Number.isNaN(Date.parse(String(at))) || !(left > 0) || left > LONGEST) return false;
  const notice = noticeOf(party);
  return (notice === null || notice === n) && !withdrawn.has(mark(party, choice as Choice));
}

function stored(): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data } : {};
  } catch {
    return {};
  }
}

/** False where the browser does not let us. */
function store(choices: Readonly<Record<string, unknown>>): boolean {
  try {
    if (Object.keys(choices).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(choices));
    return true;
  } catch {
    return false;
  }
}

/** The choices that still count. Those that do not (too old, another notice, no choice at all) are deleted. */
function remembered(): ReadonlyMap<string, Choice> {
  const all = Object.entries(stored());
  const good = new Map<string, Choice>();
  for (const [party, choice] of all) if (counts(party, choice)) good.set(party, choice);
  if (good.size < all.length) store(Object.fromEntries(good));
  return good;
}

/** Writes an "always" down; false where that party is not on this page or the browser keeps nothing. */
function keep(party: string): boolean {
  const n = noticeOf(party);
  if (n === null) return false;
  const now = Date.now();
  const choice: Choice = { at: new Date(now).toISOString(), until: new Date(now + days * DAY).toISOString(), n };
  return store({ ...Object.fromEntries(remembered()), [party]: choice });
}

/** Deletes these parties' choices, which at least this page then forgets; false where the browser has not. */
function forget(isMeant: (party: string) => boolean): boolean {
  const good = [...remembered()];
  const isGone = store(Object.fromEntries(good.filter(([party]) => !isMeant(party))));
  if (!isGone) for (const [party, choice] of good) if (isMeant(party)) withdrawn.add(mark(party, choice));
  return isGone;
}
