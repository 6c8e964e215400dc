import type { LiveBlog, Tempo, TempoStroke } from "../model/live-blog.ts";
import type { Instant } from "../model/stamp.ts";
import type { Words } from "../model/strings.ts";
import { hourInWords } from "./dates.ts";
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
const TICK_HOURS = [1, 2, 3, 4, 6, 12, 24, 48, 96, 168];

interface StrokeView {
  readonly x: string;
  readonly top: string;
  readonly key: boolean;
  /** Null where the stroke stands for several posts. */
  readonly href: string | null;
}

/** A tempo map as `templates/partials/tempo-map.hbs` draws it. */
export interface TempoView {
  readonly strokes: readonly StrokeView[];
  readonly lost: readonly { readonly x: string; readonly width: string }[];
  readonly ticks: readonly { readonly x: string; readonly text: string }[];
  /** The same in words, for everybody. */
  readonly caption: string;
}

const percent = (share: number): string => `${(MARGIN + share * (100 - 2 * MARGIN)).toFixed(2)}%`;

/** Full hours on the event's clock, so few that their labels do not touch. */
function ticksOf({ from, to }: Tempo, words: Words): TempoView["ticks"] {
  const span = to.epoch - from.epoch;
  const step = (TICK_HOURS.find((hours) => span / (hours * HOUR_MS) < MAX_TICKS) ?? 1000) * HOUR_MS;
  const midnight = from.epoch - msIntoDay(from);
  const ticks: { x: string; text: string }[] = [];
  for (let epoch = midnight; epoch <= to.epoch; epoch += step) {
    if (epoch < from.epoch) continue;
    const hours = Math.round((epoch - midnight) / HOUR_MS) % 24;
    ticks.push({ x: percent((epoch - from.epoch) / span), text: hourInWords(String(hours).padStart(2, "0"), words) });
  }
  return ticks;
}

function msIntoDay({ time }: Instant): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

function captionOf({ strokes, lost, from, to }: Tempo, posts: number, words: Words): string {
  const [whole, withLost] =
    strokes.length > MOST_STROKES ? ["tempo.joined", "tempo.joined-lost"] : ["tempo.each", "tempo.each-lost"];
  const facts = { count: strokes.length, from: from.time, to: to.time };
  const drawn = words.say(lost.length > 0 ? withLost : whole, facts);
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
export function tempoView({ tempo, timeline }: LiveBlog, href: Page["href"], words: Words): TempoView | null {
  if (tempo === null) return null;
  const posts = timeline.filter(({ kind }) => kind === "post").length;
  return { ...drawn(joined(tempo), href), ticks: ticksOf(tempo, words), caption: captionOf(tempo, posts, words) };
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
