/** What readers say to embeds, and making the page say what the browser remembers. */

/** Embeds that the reader has hidden although they are always shown: they stay so until the page is read anew. */
const hushed = new Set<HTMLElement>();

/** Brings the page to what is remembered: at the start, and when another tab has changed it (T12, T14). */
function reflect(): void {
  const good = remembered();
  for (const embed of embeds) {
    const isAllowed = good.has(embed.dataset["embed"] ?? "");
    if (!isAllowed) hushed.delete(embed);
    const open = opened.get(embed);
    if (isAllowed && !open && !hushed.has(embed)) show(embed, "always", false);
    else if (!isAllowed && open?.how === "always") hide(open);
    const stop = part(embed, "[data-do=stop]");
    if (stop) stop.hidden = !isAllowed;
  }
  reflectSettings(good);
}

function allow(party: string): boolean {
  const isKept = keep(party);
  reflect();
  return isKept;
}

function revoke(party: string): boolean {
  const isGone = forget((other) => other === party);
  reflect();
  return isGone;
}

/** Opens one embed aloud, and puts the reader on its slot: a frame focused before it has loaded makes Tab skip it (T7). */
function enter(embed: HTMLElement, how: How): void {
  show(embed, how, true);
  part(embed, ".slot")?.focus({ preventScroll: true });
}

/** The same for all of its party; only this one is announced. */
function enterAll(embed: HTMLElement, how: How): void {
  enter(embed, how);
  for (const other of embedsOf(embed.dataset["embed"] ?? "")) show(other, how, false);
}

/** Closes one embed aloud. */
function leave(embed: HTMLElement): void {
  const open = opened.get(embed);
  if (open) hide(open);
  tell(embed, say("hidden", embed));
}

type Deeds = Readonly<Record<string, (about: HTMLElement, button: HTMLElement) => void>>;

/** What the buttons of an embed do, by their `data-do`. */
const embedDeeds: Deeds = {
  once: (embed) => enter(embed, "once"),
  page: (embed) => enterAll(embed, "page"),
  always(embed) {
    const isKept = keep(embed.dataset["embed"] ?? "");
    enterAll(embed, isKept ? "always" : "page");
    reflect();
    const open = opened.get(embed);
    if (isKept || !open) return;
    open.aloud = false;
    tell(embed, say("unkept", embed), true);
  },
  hide(embed) {
    hushed.add(embed);
    leave(embed);
  },
  stop(embed) {
    const isGone = revoke(embed.dataset["embed"] ?? "");
    leave(embed);
    if (!isGone) tell(embed, say("undeleted", embed), true);
  },
};
