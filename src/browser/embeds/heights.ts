/** How tall frames say they are, and how much of that is believed (T23, T24). */

/** How a provider tells a height: where it stands in a message, and what else that message says. */
interface Measure {
  readonly path: readonly (string | number)[];
  readonly when?: readonly [readonly (string | number)[], string];
  readonly query?: true;
}

const LOWEST = 80;
const HIGHEST = 4000;
const LONGEST_MESSAGE = 9999;
const DEBOUNCE = 150;

function follow(from: unknown, path: Measure["path"]): unknown {
  let value = from;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** What a message holds; undefined for a text that is nothing known. */
function unpacked(message: unknown, isQuery: boolean): unknown {
  if (typeof message !== "string") return message;
  if (message.length > LONGEST_MESSAGE) return undefined;
  try {
    return isQuery ? Object.fromEntries(new URLSearchParams(message)) : JSON.parse(message);
  } catch {
    return undefined;
  }
}

/** The height that a message tells, or null: anything may come. */
function heightIn(message: unknown, { path, when, query }: Measure): number | null {
  const data = unpacked(message, query === true);
  if (when && String(follow(data, when[0])) !== when[1]) return null;
  const value = follow(data, path);
  const height = query ? Number(value) : value;
  if (typeof height !== "number" || !(height > 0) || height > 1e6) return null;
  return Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
}

function grow(open: Open): void {
  open.timer = 0;
  const { room, height } = open;
  const growth = height - room.offsetHeight;
  if (growth === 0) return;
  const isAbove = room.getBoundingClientRect().bottom < 0;
  room.style.height = `${height}px`;
  open.changes += 1;
  open.changed = performance.now();
  // Where the browser does not keep the text in its place by itself, what is read must not move.
  if (isAbove && !CSS.supports("overflow-anchor", "auto")) scrollBy(0, growth);
}

/** Heights come in floods: two changes at most in the first five seconds, then one a second. */
function settle(open: Open, height: number): void {
  open.height = Math.max(open.least, height);
  if (open.timer) return;
  const now = performance.now();
  const early = 5000 - (now - open.at);
  const wait = open.changes < 2 ? DEBOUNCE : early > 0 ? early : open.changed + 1000 - now;
  open.timer = setTimeout(grow, Math.max(DEBOUNCE, wait), open);
}
