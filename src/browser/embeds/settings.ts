/** `/embeds/`: who is always shown, and taking it back (T17). Elsewhere there are no rows, and nothing happens here. */

const strays = document.querySelector<HTMLElement>("[data-strays]");
const strayRow = document.querySelector<HTMLTemplateElement>("template[data-stray]");

function inWords(iso: string): string {
  const { lang } = document.documentElement;
  return new Date(iso).toLocaleDateString(lang, { year: "numeric", month: "long", day: "numeric" });
}

function reflectRow(row: HTMLElement, choice: Choice | undefined): void {
  part(row, "[role=switch]")?.setAttribute("aria-checked", String(choice !== undefined));
  const state = part(row, "[data-state]");
  if (!state) return;
  state.textContent = choice
    ? say("allowed", row, { at: inWords(choice.at), until: inWords(choice.until) })
    : say("asks", row);
}

/** A choice whose provider this site no longer has: its key is all that is known of it, and it is text. */
function addStray(party: string): HTMLElement | null {
  const row = strayRow?.content.firstElementChild?.cloneNode(true);
  if (!strays || !(row instanceof HTMLElement)) return null;
  row.dataset["stray"] = party;
  row.dataset["provider"] = party.slice(0, 100);
  for (const named of row.querySelectorAll<HTMLElement>("[data-say]"))
    named.textContent = (named.textContent ?? "").split("{provider}").join(party.slice(0, 100));
  strays.append(row);
  return row;
}

function reflectSettings(good: ReadonlyMap<string, Choice>): void {
  for (const row of rows) reflectRow(row, good.get(row.dataset["party"] ?? ""));
  if (!strays) return;
  const shown = new Map(
    [...strays.querySelectorAll<HTMLElement>("[data-stray]")].map((row) => [row.dataset["stray"], row]),
  );
  for (const [party, row] of shown) if (!good.has(party ?? "")) row.remove();
  for (const [party, choice] of good) {
    if (noticeOf(party) !== null) continue;
    const row = shown.get(party) ?? addStray(party);
    if (row) reflectRow(row, choice);
  }
}

/** What the buttons of the settings page do, by their `data-do`. */
const settingsDeeds: Deeds = {
  switch(row, button) {
    const party = row.dataset["party"] ?? "";
    const isOn = button.getAttribute("aria-checked") === "true";
    const isDone = isOn ? revoke(party) : allow(party);
    if (isDone) tell(row, "");
    else tell(row, say(isOn ? "undeleted" : "unkept", row), true);
  },
  drop(row) {
    const isGone = revoke(row.dataset["stray"] ?? "");
    const all = document.querySelector<HTMLElement>("[data-do=forget]");
    const place = all?.parentElement;
    if (place) tell(place, say(isGone ? "dropped" : "undeleted", row), true);
    // Its own button is gone with its row.
    all?.focus();
  },
  forget(_, button) {
    const isGone = forget(() => true);
    reflect();
    const place = button.parentElement ?? button;
    tell(place, say(isGone ? "forgotten" : "undeleted", place), true);
  },
};
