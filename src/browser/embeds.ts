/**
 * Loads embeds when their reader says so, takes them away again, and remembers an "always". Without this script a page
 * is whole: the buttons stay hidden, the link to the original remains. What is known of a provider stands in the markup
 * as data, so this file is the same for every page. docs/embeds.md says what it promises, by number (T5, T16 …).
 */
{
  /** What an "always" leaves in the browser: when, until when, and which notice was read (T11). */
  interface Entry {
    readonly at: string;
    readonly until: string;
    readonly n: string;
  }
  /** How one came to be open. An "always" that is withdrawn closes only what it opened. */
  type How = "once" | "page" | "always";
  interface Open {
    readonly embed: HTMLElement;
    readonly frame: HTMLIFrameElement;
    readonly origin: string;
    readonly how: How;
    readonly at: number;
    readonly least: number;
    aloud: boolean;
    failed: boolean;
    height: number;
    changes: number;
    changed: number;
    timer: number;
    patience: number;
    answered: boolean;
  }
  interface Measure {
    readonly path: readonly (string | number)[];
    readonly when?: readonly [readonly (string | number)[], string];
    readonly query?: true;
  }

  const DAY = 86_400_000;
  const LOWEST = 80;
  const HIGHEST = 4000;
  const DEBOUNCE = 150;
  const PATIENCE = 8000;
  const DATE = { year: "numeric", month: "long", day: "numeric" } as const;

  const desk = document.querySelector<HTMLElement>("[data-embeds-site]");
  const embeds = [...document.querySelectorAll<HTMLElement>(".embed[data-embed]")];
  const rows = [...document.querySelectorAll<HTMLElement>("[data-party]")];
  const opened = new Map<HTMLElement, Open>();
  const byWindow = new Map<unknown, Open>();

  const say = (key: string, about: HTMLElement, more: Readonly<Record<string, string>> = {}): string =>
    (desk?.dataset[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => more[name] ?? about.dataset[name] ?? "");
  const part = (embed: HTMLElement, selector: string): HTMLElement | null => embed.querySelector<HTMLElement>(selector);
  const tell = (embed: HTMLElement, text: string, seen = false): void => {
    const status = part(embed, "[role=status]");
    if (!status) return;
    status.classList.toggle("vh", !seen);
    status.textContent = text;
  };
  const announce = (embed: HTMLElement, what: string): void => {
    const detail = { provider: embed.dataset["embed"] };
    embed.dispatchEvent(new CustomEvent(`embed:${what}`, { bubbles: true, detail }));
  };

  // ── What the browser remembers. Every access may throw (T13), and nothing is written before an "always". ──

  const KEY = `embeds:${desk?.dataset["embedsSite"] ?? ""}:v1`;
  const days = Math.min(365, Math.max(1, Number(desk?.dataset["days"]) || 180));

  /** The notice that a party's readers are shown here, or null where that party is not on this page. */
  const noticeOf = (party: string): string | null =>
    [...embeds, ...rows].find(({ dataset }) => (dataset["embed"] ?? dataset["party"]) === party)?.dataset["notice"] ??
    null;

  const isGood = (party: string, entry: unknown): entry is Entry => {
    if (typeof entry !== "object" || entry === null) return false;
    const { at, until, n } = entry as Partial<Entry>;
    const left = Date.parse(String(until)) - Date.now();
    const notice = noticeOf(party);
    return !Number.isNaN(Date.parse(String(at))) && left > 0 && left <= 366 * DAY && (notice === null || notice === n);
  };
  const stored = (): Record<string, unknown> => {
    try {
      const data: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
      return typeof data === "object" && data !== null && !Array.isArray(data) ? { ...data } : {};
    } catch {
      return {};
    }
  };
  const store = (all: Readonly<Record<string, unknown>>): boolean => {
    try {
      if (Object.keys(all).length === 0) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, JSON.stringify(all));
      return true;
    } catch {
      return false;
    }
  };
  /** The entries that still count. Those that do not (too old, another notice, no entry at all) are deleted. */
  const remembered = (): ReadonlyMap<string, Entry> => {
    const all = stored();
    const good = new Map<string, Entry>();
    for (const [party, entry] of Object.entries(all)) if (isGood(party, entry)) good.set(party, entry);
    if (good.size < Object.keys(all).length) store(Object.fromEntries(good));
    return good;
  };

  // ── One frame ──

  const follow = (from: unknown, path: Measure["path"]): unknown =>
    path.reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string | number, unknown>)[step]
          : undefined,
      from,
    );

  /** The height that a message tells, or null: anything may come (T23). */
  const heightIn = (message: unknown, { path, when, query }: Measure): number | null => {
    let data = message;
    if (typeof data === "string") {
      if (data.length > 9999) return null;
      try {
        data = query ? Object.fromEntries(new URLSearchParams(data)) : JSON.parse(data);
      } catch {
        return null;
      }
    }
    if (when && String(follow(data, when[0])) !== when[1]) return null;
    const value = follow(data, path);
    const height = query ? Number(value) : value;
    if (typeof height !== "number" || !(height > 0) || height > 1e6) return null;
    return Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)));
  };

  const grow = (open: Open): void => {
    open.timer = 0;
    const { frame } = open;
    const growth = open.height - frame.offsetHeight;
    if (growth === 0) return;
    const isAbove = frame.getBoundingClientRect().bottom < 0;
    frame.style.height = `${open.height}px`;
    open.changes += 1;
    open.changed = performance.now();
    // Where the browser does not keep the text in its place by itself, what is read must not move (T24).
    if (isAbove && !CSS.supports("overflow-anchor", "auto")) scrollBy(0, growth);
  };

  /** Heights come in floods: two changes at most in the first five seconds, then one a second. */
  const settle = (open: Open, height: number): void => {
    open.height = Math.max(open.least, height);
    if (open.timer) return;
    const now = performance.now();
    const early = 5000 - (now - open.at);
    const wait = open.changes < 2 ? DEBOUNCE : early > 0 ? early : open.changed + 1000 - now;
    open.timer = setTimeout(grow, Math.max(DEBOUNCE, wait), open);
  };

  const answer = (open: Open): void => {
    if (open.answered) return;
    open.answered = true;
    clearTimeout(open.patience);
    const { embed } = open;
    if (open.aloud) tell(embed, say("shown", embed));
    else if (open.failed) tell(embed, "");
    announce(embed, "shown");
  };

  const fail = (open: Open): void => {
    if (open.answered) return;
    open.failed = true;
    tell(open.embed, say("failed", open.embed), true);
    announce(open.embed, "failed");
  };

  /** Load events tell nothing about success; a provider that tells heights is expected to, once it can be seen (T22). */
  const sight = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      const open = isIntersecting ? [...opened.values()].find(({ frame }) => frame === target) : undefined;
      if (!open) continue;
      sight.unobserve(target);
      if (!open.answered && open.embed.dataset["measure"]) open.patience = setTimeout(fail, PATIENCE, open);
    }
  });

  const frameFor = (embed: HTMLElement): HTMLIFrameElement => {
    const {
      name = "",
      label = name,
      sandbox = "",
      allow = "",
      referrer,
      ratio,
      height,
      max,
      src = "",
      parent,
    } = embed.dataset;
    const frame = document.createElement("iframe");
    frame.title = label;
    frame.setAttribute("sandbox", sandbox);
    frame.allow = allow;
    frame.referrerPolicy = referrer === "no-referrer" ? referrer : "strict-origin-when-cross-origin";
    frame.loading = "lazy";
    if (ratio) frame.style.aspectRatio = ratio;
    else frame.style.height = `${Number(height)}px`;
    if (max) frame.style.maxWidth = `${Number(max)}px`;
    // Last of all: everything above must hold before the first request (T6).
    frame.src = parent ? `${src}&${parent}=${encodeURIComponent(location.hostname)}` : src;
    return frame;
  };

  const show = (embed: HTMLElement, how: How, aloud: boolean): void => {
    const slot = part(embed, ".slot");
    const ask = part(embed, ".ask");
    if (opened.has(embed) || !slot || !ask) return;
    const frame = frameFor(embed);
    const least = Number(embed.dataset["height"]) || 0;
    const open: Open = {
      ...{ embed, frame, origin: new URL(frame.src).origin, how, at: performance.now(), least, aloud },
      ...{ height: least, changes: 0, changed: 0, timer: 0, patience: 0, answered: false, failed: false },
    };
    frame.addEventListener("load", () => {
      const { ask: question, measure } = embed.dataset;
      if (question) frame.contentWindow?.postMessage(JSON.parse(question), open.origin);
      if (!measure) setTimeout(() => opened.get(embed) === open && answer(open), 1000);
    });
    tell(embed, aloud ? say("loading", embed) : "");
    ask.hidden = true;
    slot.hidden = false;
    slot.append(frame);
    opened.set(embed, open);
    byWindow.set(frame.contentWindow, open);
    sight.observe(frame);
  };

  const hide = (open: Open): void => {
    const { embed, frame } = open;
    const slot = part(embed, ".slot");
    const ask = part(embed, ".ask");
    const held = slot?.contains(document.activeElement);
    clearTimeout(open.timer);
    clearTimeout(open.patience);
    sight.unobserve(frame);
    byWindow.delete(frame.contentWindow);
    opened.delete(embed);
    frame.remove();
    if (slot) slot.hidden = true;
    if (ask) ask.hidden = false;
    tell(embed, "");
    // The reader's place in the page must not fall back to its top (T16).
    if (held) part(embed, "[data-do=once]")?.focus();
    announce(embed, "hidden");
  };

  // ── Every frame of a party ──

  const partyOf = (party: string): HTMLElement[] => embeds.filter(({ dataset }) => dataset["embed"] === party);

  /** Makes the page say what the browser remembers: at the start, and when another tab has changed it (T12, T14). */
  const reflect = (): void => {
    const good = remembered();
    for (const embed of embeds) {
      const isAllowed = good.has(embed.dataset["embed"] ?? "");
      const open = opened.get(embed);
      if (isAllowed && !open) show(embed, "always", false);
      else if (!isAllowed && open?.how === "always") hide(open);
      const stop = part(embed, "[data-do=stop]");
      if (stop) stop.hidden = !isAllowed;
    }
    for (const row of rows) {
      const entry = good.get(row.dataset["party"] ?? "");
      const words = (iso: string): string => new Date(iso).toLocaleDateString(document.documentElement.lang, DATE);
      part(row, "[role=switch]")?.setAttribute("aria-checked", String(entry !== undefined));
      const state = part(row, "[data-state]");
      if (state)
        state.textContent = entry
          ? say("allowed", row, { at: words(entry.at), until: words(entry.until) })
          : say("asks", row);
    }
    const forget = document.querySelector<HTMLButtonElement>("[data-do=forget]");
    if (forget) forget.hidden = good.size === 0 && forget !== document.activeElement;
  };

  /** Writes an "always" down; false where that party is not on this page or the browser keeps nothing. */
  const keep = (party: string): boolean => {
    const n = noticeOf(party);
    if (n === null) return false;
    const now = Date.now();
    const entry: Entry = { at: new Date(now).toISOString(), until: new Date(now + days * DAY).toISOString(), n };
    return store({ ...Object.fromEntries(remembered()), [party]: entry });
  };
  const allow = (party: string): boolean => {
    const isKept = keep(party);
    reflect();
    return isKept;
  };
  const revoke = (party: string): void => {
    const good = new Map(remembered());
    good.delete(party);
    store(Object.fromEntries(good));
    reflect();
  };

  // ── What readers do ──

  /** Opens one embed aloud, and puts the reader on its slot: a frame focused before it has loaded makes Tab skip it (T7). */
  const enter = (embed: HTMLElement, how: How): void => {
    show(embed, how, true);
    part(embed, ".slot")?.focus({ preventScroll: true });
  };

  const deeds: Readonly<Record<string, (embed: HTMLElement, button: HTMLElement) => void>> = {
    once: (embed) => enter(embed, "once"),
    page(embed) {
      enter(embed, "page");
      for (const other of partyOf(embed.dataset["embed"] ?? "")) show(other, "page", false);
    },
    always(embed) {
      const party = embed.dataset["embed"] ?? "";
      const isKept = keep(party);
      enter(embed, isKept ? "always" : "page");
      for (const other of partyOf(party)) show(other, isKept ? "always" : "page", false);
      reflect();
      const open = opened.get(embed);
      if (isKept || !open) return;
      open.aloud = false;
      tell(embed, say("unkept", embed), true);
    },
    hide(embed) {
      const open = opened.get(embed);
      if (open) hide(open);
      tell(embed, say("hidden", embed));
    },
    stop(embed) {
      revoke(embed.dataset["embed"] ?? "");
      const open = opened.get(embed);
      if (open) hide(open);
      tell(embed, say("hidden", embed));
    },
    switch(row, button) {
      const party = row.dataset["party"] ?? "";
      if (button.getAttribute("aria-checked") === "true") revoke(party);
      else if (!allow(party)) tell(row, say("unkept", row), true);
    },
    forget(_, button) {
      store({});
      reflect();
      tell(button.parentElement ?? button, desk?.dataset["forgotten"] ?? "", true);
    },
  };

  const start = (): void => {
    if (!desk) return;
    for (const button of document.querySelectorAll<HTMLElement>("[data-do]:not([data-do=stop]), [data-scripted]"))
      button.hidden = false;
    document.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("[data-do]") : null;
      const about = button?.closest<HTMLElement>("[data-embed], [data-party]") ?? button;
      if (button && about) deeds[button.dataset["do"] ?? ""]?.(about, button);
    });
    addEventListener("message", ({ source, origin, data }) => {
      const open = byWindow.get(source);
      const measure = open?.embed.dataset["measure"];
      if (!open || !measure || origin !== open.origin) return;
      const height = heightIn(data, JSON.parse(measure));
      if (height === null) return;
      answer(open);
      settle(open, height);
    });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective !== "frame-src" || !URL.canParse(blockedURI)) return;
      for (const open of opened.values()) if (open.origin === new URL(blockedURI).origin) fail(open);
    });
    addEventListener("storage", ({ key }) => {
      if (key === KEY || key === null) reflect();
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) reflect();
    });
    // A signal is neither yes nor no to a click (T15): it is only told that nothing is shared without one.
    const gpc = document.querySelector<HTMLElement>("[data-gpc]");
    if (gpc) gpc.hidden = !("globalPrivacyControl" in navigator && navigator.globalPrivacyControl);
    reflect();
    Object.assign(window, {
      embeds: {
        state: () => Object.fromEntries([...remembered()].map(([party, { at, until }]) => [party, { at, until }])),
        allow,
        revoke,
      },
    });
  };
  start();
}
