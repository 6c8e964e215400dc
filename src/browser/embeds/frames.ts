/** Opens embeds and closes them again. An open one has its room in the page; the frame comes when it is nearly seen. */

/** How one came to be open. An "always" that is withdrawn closes only what it opened. */
type How = "once" | "page" | "always";

interface Open {
  readonly embed: HTMLElement;
  /** Keeps the place, whether or not the frame is there. */
  readonly room: HTMLElement;
  readonly how: How;
  readonly origin: string;
  readonly measure: Measure | null;
  readonly least: number;
  frame: HTMLIFrameElement | null;
  isNear: boolean;
  aloud: boolean;
  failed: boolean;
  answered: boolean;
  at: number;
  height: number;
  changes: number;
  changed: number;
  timer: number;
  patience: number;
}

const PATIENCE = 8000;
/** A screen and a half before it is seen, a frame is asked for. */
const NEAR = "150% 0px";
/** Above about a thousand frames Chromium leaves some blank, and each is a page of its own. The oldest give way. */
const MOST_FRAMES = 100;

const opened = new Map<Element, Open>();
/** Those that have their frame, the oldest first. */
const framed = new Set<Open>();
const byWindow = new Map<unknown, Open>();

function openAt(target: Element): Open | undefined {
  const embed = target.closest(".embed");
  return embed ? opened.get(embed) : undefined;
}

function answer(open: Open): void {
  if (open.answered) return;
  open.answered = true;
  clearTimeout(open.patience);
  const { embed } = open;
  if (open.aloud) tell(embed, say("shown", embed));
  else if (open.failed) tell(embed, "");
  announce(embed, "shown");
}

function fail(open: Open): void {
  if (open.answered) return;
  open.failed = true;
  tell(open.embed, say("failed", open.embed), true);
  announce(open.embed, "failed");
}

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      const open = openAt(target);
      if (!open) continue;
      open.isNear = isIntersecting;
      if (isIntersecting) load(open);
    }
  },
  { rootMargin: NEAR },
);

/** Load events tell nothing about success; a provider that tells heights is expected to, once it can be seen (T22). */
const sight = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    const open = isIntersecting ? openAt(target) : undefined;
    if (!open) continue;
    sight.unobserve(target);
    if (!open.answered && open.measure) open.patience = setTimeout(fail, PATIENCE, open);
  }
});

function roomFor({ dataset: { ratio, height, max } }: HTMLElement): HTMLElement {
  const room = document.createElement("div");
  room.className = "room";
  if (ratio) room.style.aspectRatio = ratio;
  else room.style.height = `${Number(height)}px`;
  if (max) room.style.maxWidth = `${Number(max)}px`;
  return room;
}

/** The frame's address; a provider that must know who embeds it is told the page's host. */
function addressOf({ dataset: { src = "", parent } }: HTMLElement): string {
  return parent ? `${src}&${parent}=${encodeURIComponent(location.hostname)}` : src;
}

function frameFor(embed: HTMLElement): HTMLIFrameElement {
  const { name = "", label = name, sandbox = "", allow = "", referrer } = embed.dataset;
  const frame = document.createElement("iframe");
  frame.title = label;
  frame.setAttribute("sandbox", sandbox);
  frame.allow = allow;
  frame.referrerPolicy = referrer === "no-referrer" ? referrer : "strict-origin-when-cross-origin";
  frame.loading = "lazy";
  // Last of all: everything above must hold before the first request (T6).
  frame.src = addressOf(embed);
  return frame;
}

function load(open: Open): void {
  if (open.frame) return;
  const frame = frameFor(open.embed);
  frame.addEventListener("load", () => {
    const { ask } = open.embed.dataset;
    if (ask) frame.contentWindow?.postMessage(JSON.parse(ask), open.origin);
    if (!open.measure) setTimeout(() => open.frame === frame && answer(open), 1000);
  });
  open.room.append(frame);
  Object.assign(open, { frame, at: performance.now(), changes: 0 });
  byWindow.set(frame.contentWindow, open);
  sight.observe(frame);
  framed.add(open);
  for (const other of framed) {
    if (framed.size <= MOST_FRAMES) return;
    if (!other.isNear && other.frame !== document.activeElement) unload(other);
  }
}

/** Takes the frame away, and leaves its room. */
function unload(open: Open): void {
  const { frame } = open;
  if (!frame) return;
  clearTimeout(open.timer);
  clearTimeout(open.patience);
  sight.unobserve(frame);
  byWindow.delete(frame.contentWindow);
  framed.delete(open);
  frame.remove();
  Object.assign(open, { frame: null, timer: 0 });
}

/** Opens an embed. One that the reader has asked for by itself is announced, and loads at once. */
function show(embed: HTMLElement, how: How, aloud: boolean): void {
  const slot = part(embed, ".slot");
  const ask = part(embed, ".ask");
  if (opened.has(embed) || !slot || !ask) return;
  const { measure = null, height } = embed.dataset;
  const room = roomFor(embed);
  const least = Number(height) || 0;
  const open: Open = {
    ...{ embed, room, how, origin: new URL(addressOf(embed)).origin, least, height: least, aloud, isNear: aloud },
    ...{ measure: measure === null ? null : (JSON.parse(measure) as Measure), frame: null },
    ...{ failed: false, answered: false, at: 0, changes: 0, changed: 0, timer: 0, patience: 0 },
  };
  tell(embed, aloud ? say("loading", embed) : "");
  ask.hidden = true;
  slot.hidden = false;
  slot.append(room);
  opened.set(embed, open);
  near.observe(room);
  if (aloud) load(open);
}

function hide(open: Open): void {
  const { embed, room } = open;
  const slot = part(embed, ".slot");
  const ask = part(embed, ".ask");
  const held = slot?.contains(document.activeElement);
  near.unobserve(room);
  unload(open);
  opened.delete(embed);
  room.remove();
  if (slot) slot.hidden = true;
  if (ask) ask.hidden = false;
  tell(embed, "");
  // The reader's place in the page must not fall back to its top (T16).
  if (held) part(embed, "[data-do=once]")?.focus();
  announce(embed, "hidden");
}
