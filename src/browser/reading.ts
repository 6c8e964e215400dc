/**
 * Conveniences for readers, none of them needed to read: newest first, a post's address for the clipboard, the reader's
 * own clock beside the event's, and the click that leads on to a post of another page. Words stand in the markup (`data-…`
 * of `.order`), so that they have its language.
 */
{
  const bar = document.querySelector<HTMLElement>(".order");
  const timeline = bar?.parentElement;
  const status = bar?.querySelector<HTMLElement>("[role=status]");
  const words = bar?.dataset ?? {};

  const title = bar?.querySelector<HTMLElement>(".order-title");

  const say = (text: string | undefined): void => {
    if (status) status.textContent = text ?? "";
  };

  const reverse = (parent: Element, children: Iterable<Element>): void => {
    parent.append(...[...children].reverse());
  };

  const button = (text: string | undefined, act: (self: HTMLButtonElement) => void): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text ?? "";
    made.addEventListener("click", () => act(made));
    return made;
  };

  /** Turns the hours round, and the posts within each; the button keeps the focus, and says what happened. */
  const turn = (self: HTMLButtonElement): void => {
    if (!timeline) return;
    reverse(timeline, timeline.querySelectorAll(":scope > section"));
    for (const list of timeline.querySelectorAll(":scope > section > .posts")) reverse(list, list.children);
    const newest = self.getAttribute("aria-pressed") !== "true";
    self.setAttribute("aria-pressed", String(newest));
    const now = newest ? words["newestTitle"] : words["oldestTitle"];
    if (title) title.textContent = now ?? "";
    say(now);
  };

  /** `14:08` on the reader's clock for every time that has an instant and reads differently there; `Sunday 23:08`. */
  const ownTimes = (): void => {
    const style = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", numberingSystem: "latn" } as const;
    const { lang } = document.documentElement;
    const clock = new Intl.DateTimeFormat(lang, style);
    const dayAndClock = new Intl.DateTimeFormat(lang, { ...style, weekday: "long" });
    for (const time of document.querySelectorAll<HTMLTimeElement>(".post > header time[datetime]")) {
      const at = new Date(time.dateTime);
      const isSameDay = at.getDate() === Number(time.dateTime.slice(8, 10));
      const own = (isSameDay ? clock : dayAndClock).format(at);
      if (time.dateTime.slice(11, 16) === own) continue;
      const shown = document.createElement("span");
      shown.className = "own-time";
      shown.textContent = (words["ownTime"] ?? "").replace("{time}", own);
      time.after(shown);
    }
  };

  const differs = (): boolean => {
    const first = document.querySelector<HTMLTimeElement>(".post > header time[datetime]");
    if (!first) return false;
    const minutes = -new Date(first.dateTime).getTimezoneOffset();
    const [, sign, hours, rest] = /([+-])(\d\d):(\d\d)$/.exec(first.dateTime) ?? [];
    return minutes !== (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(rest));
  };

  const toggleOwnTimes = (self: HTMLButtonElement): void => {
    const on = self.getAttribute("aria-pressed") !== "true";
    self.setAttribute("aria-pressed", String(on));
    if (on) ownTimes();
    else for (const shown of document.querySelectorAll(".own-time")) shown.remove();
  };

  /**
   * One button, which comes to the post that the reader points at or is in: a page has up to hundreds. What came of a
   * click stands on it until it goes to another post. An address that the clipboard refuses is the page's from then on.
   */
  const copy = button(words["copy"], (self) => {
    const post = self.closest<HTMLElement>(".post");
    if (!post) return;
    const address = new URL(`#${post.id}`, location.href).href;
    const tell = (text: string | undefined): void => {
      say(text);
      if (post.contains(self)) self.textContent = text ?? "";
    };
    navigator.clipboard.writeText(address).then(
      () => tell(words["copied"]),
      () => {
        location.replace(address);
        self.focus();
        tell(words["uncopied"]);
      },
    );
  });
  copy.className = "copy";
  const bring = ({ target }: Event): void => {
    const post = target instanceof Element ? target.closest(".post") : null;
    if (!post || post.contains(copy)) return;
    copy.textContent = words["copy"] ?? "";
    post.querySelector(":scope > header")?.append(copy);
  };

  if (bar && timeline && status) {
    if (timeline.querySelectorAll(".post").length > 1) {
      const turner = button(words["newestFirst"], turn);
      turner.setAttribute("aria-pressed", "false");
      bar.append(turner);
    }
    if (differs()) {
      const own = button(words["own"], toggleOwnTimes);
      own.setAttribute("aria-pressed", "false");
      bar.append(own);
    }
    if ("clipboard" in navigator) {
      timeline.addEventListener("pointerover", bring);
      timeline.addEventListener("focusin", bring);
    }
  }

  const fragment = (): string => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  /**
   * An address says which post, but not always which page: it was typed, or is older than what moved the post on. Page
   * one lists the posts of the others, each with its link; the others know page one. The browser does the rest, the
   * reader's place for the keyboard too.
   */
  const leadOn = (): void => {
    const id = fragment();
    if (id === "") return;
    const target = document.getElementById(id);
    const listed = target?.closest(".later li")?.querySelector("a");
    if (listed) location.replace(listed.href);
    const first = target ? null : document.querySelector<HTMLAnchorElement>("a.whole");
    if (first) location.replace(first.href + location.hash);
  };
  addEventListener("hashchange", leadOn);
  leadOn();
}
