import type { LiveBlog, Tempo, TempoStroke } from "../model/live-blog.ts";
import type { Words } from "../model/strings.ts";
import { daysBetween, plusDays } from "../time/calendar.ts";
import { instantAt, instantIn } from "../time/zones.ts";
import { dayOfMonth, hourInWords, momentInWords } from "./dates.ts";
import type { Page } from "./pages.ts";

/** The map is drawn in shares of its width and in pixels of its height, so that it needs no script and no style. */
const BASE = 58;
const KEY_TOP = 6;
const SHORTEST = 8;
const LONGEST = 38;
/** Room at both ends, in percent, so that no stroke and no label is cut. */
const MARGIN = 2;

/** More strokes than this would run into one another, too close to hit. */
const MOST_STROKES = 200;

const HOUR_MS = 60 * 60 * 1000;
const MAX_TICKS = 8;
/** Of more labels than this, every second one is left out where the window is narrow. */
const NARROW_TICKS = 4;
/** A label nearer to an end than this share leans on it, or it would stand out. */
const END = 0.05;
const TICK_HOURS = [1, 2, 3, 4, 6, 12, 24, 48, 96, 168];

interface StrokeView {
  readonly x: string;
  readonly top: string;
  readonly key: boolean;
  /** Null where the stroke stands for several posts. */
  readonly href: string | null;
}

interface TickView {
  readonly x: string;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  /** Left out where the window is narrow. */
  readonly minor: boolean;
}

/** A tempo map as `templates/partials/tempo-map.hbs` draws it. */
export interface TempoView {
  readonly strokes: readonly StrokeView[];
  readonly lost: readonly { readonly x: string; readonly width: string }[];
  readonly ticks: readonly TickView[];
  /** The same in words, for everybody. */
  readonly caption: string;
}

const percent = (share: number): string => `${(MARGIN + share * (100 - 2 * MARGIN)).toFixed(2)}%`;

/**
 * Full hours on the event's clock, so few that their labels do not touch; midnights by their day where there are several.
 * Where clocks change on the way and nobody says in which zone, none: nobody knows at which stroke.
 */
function ticksOf({ from, to }: Tempo, timezone: string | null, words: Words): readonly TickView[] {
  if (timezone === null && from.offset !== to.offset) return [];
  const span = to.epoch - from.epoch;
  const step = TICK_HOURS.find((hours) => span / (hours * HOUR_MS) < MAX_TICKS) ?? 1000;
  const days = daysBetween(from.date, to.date);
  const ticks: Omit<TickView, "minor">[] = [];
  for (let hours = 0; hours < (days + 1) * 24; hours += step) {
    const date = plusDays(from.date, Math.floor(hours / 24));
    const hour = String(hours % 24).padStart(2, "0");
    const instant =
      timezone === null
        ? instantAt(date, `${hour}:00`, from.offset, from.zone)
        : instantIn(date, `${hour}:00`, timezone);
    if (instant === null || instant.epoch < from.epoch || instant.epoch > to.epoch) continue;
    const share = (instant.epoch - from.epoch) / span;
    const text = days > 0 && hour === "00" ? dayOfMonth(date, words) : hourInWords(hour, words);
    const anchor = share < END ? "start" : share > 1 - END ? "end" : "middle";
    ticks.push({ x: percent(share), text, anchor });
  }
  return ticks.map((tick, at) => ({ ...tick, minor: ticks.length > NARROW_TICKS && at % 2 === 1 }));
}

function captionOf({ strokes, lost, from, to }: Tempo, posts: number, words: Words): string {
  const end = ({ date, time }: Tempo["from"]): string =>
    from.date === to.date ? time : momentInWords(time, date, words);
  const meant = [...(strokes.some(({ key }) => key) ? ["key"] : []), ...(lost.length > 0 ? ["lost"] : [])].join("-");
  const marks = meant === "" ? "" : words.say(`tempo.marks.${meant}`);
  const facts = { count: strokes.length, from: end(from), to: end(to), marks };
  const drawn = words.say(strokes.length > MOST_STROKES ? "tempo.joined" : "tempo.each", facts);
  const untimed = posts - strokes.length;
  return untimed === 0 ? drawn : `${drawn} ${words.say("tempo.untimed", { count: untimed })}`;
}

/**
 * Posts that come close together as one stroke, the higher the more they say together. It leads to a key moment among
 * them, else to the first.
 */
function joined(tempo: Tempo): Tempo {
  if (tempo.strokes.length <= MOST_STROKES) return tempo;
  const slots = new Map<number, TempoStroke>();
  for (const stroke of tempo.strokes) {
    const slot = Math.min(MOST_STROKES - 1, Math.floor(stroke.share * MOST_STROKES));
    const before = slots.get(slot) ?? { ...stroke, weight: 0 };
    const leading = stroke.key && !before.key ? stroke : before;
    slots.set(slot, { ...leading, share: (slot + 0.5) / MOST_STROKES, weight: before.weight + stroke.weight });
  }
  const strokes = [...slots].sort(([a], [b]) => a - b).map(([, stroke]) => stroke);
  const most = strokes.reduce((max, { weight }) => Math.max(max, weight), 0) || 1;
  return { ...tempo, strokes: strokes.map((stroke) => ({ ...stroke, weight: stroke.weight / most })) };
}

/** The map of a live blog's own page, each stroke a link. */
export function tempoView({ tempo, timeline, timezone }: LiveBlog, href: Page["href"], words: Words): TempoView | null {
  if (tempo === null) return null;
  const posts = timeline.filter(({ kind }) => kind === "post").length;
  return {
    ...drawn(joined(tempo), href),
    ticks: ticksOf(tempo, timezone, words),
    caption: captionOf(tempo, posts, words),
  };
}

/** The map on other pages: a picture beside words that say the same. */
export function smallTempoView(tempo: Tempo | null): TempoView | null {
  return tempo === null ? null : { ...drawn(tempo, (address) => address), ticks: [], caption: "" };
}

function drawn({ strokes, lost }: Tempo, href: Page["href"]): Pick<TempoView, "strokes" | "lost"> {
  return {
    strokes: strokes.map(({ post, share, weight, key }) => ({
      x: percent(share),
      top: String(key ? KEY_TOP : Math.round(BASE - SHORTEST - weight * (LONGEST - SHORTEST))),
      key,
      href: post === "" ? null : href(`#${post}`),
    })),
    lost: lost.map(({ start, end }) => ({
      x: percent(start),
      width: `${((end - start) * (100 - 2 * MARGIN)).toFixed(2)}%`,
    })),
  };
}
