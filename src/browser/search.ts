/**
 * The search page: asks Pagefind, which stands beside the site, and shows what it finds. Everything that comes from the
 * index is put on the page as text. Words of the page's own stand in the markup, so that they have its language.
 */
{
  /** What is used of Pagefind's script. */
  interface Pagefind {
    createInstance(options: object): Pagefind;
    filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
    search(words: string | null, options: object): Promise<{ readonly results: readonly Found[] }>;
  }
  interface Found {
    data(): Promise<{
      readonly raw_url: string;
      /** Words, `<mark>` around those that were looked for; `<` and `>` of the content are character references. */
      readonly excerpt: string;
      readonly meta: Readonly<Record<string, string>>;
    }>;
  }

  const PAGE = 10;
  const PAUSE = 250;

  const form = document.querySelector<HTMLFormElement>(".search-form");
  const input = form?.querySelector("input");
  const narrow = document.querySelector<HTMLElement>(".narrow");
  const section = document.querySelector<HTMLElement>(".found");
  const count = section?.querySelector<HTMLElement>(".found-count");
  const list = section?.querySelector("ol");
  const more = section?.querySelector("button");

  if (form && input && narrow && section && count && list && more) {
    const selects = [...narrow.querySelectorAll("select")];
    const root = new URL(form.action.replace(/search\/$/, ""));

    const say = (name: string, values: Readonly<Record<string, number>> = {}): void => {
      const text = section.dataset[name] ?? "";
      count.textContent = text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
    };

    let loaded: Promise<Pagefind> | null = null;
    const load = (): Promise<Pagefind> => {
      // In a worker the page's policy would not hold.
      loaded ??= import("../pagefind/pagefind.js" as string).then((found: Pagefind) =>
        found.createInstance({ noWorker: true, ranking: { metaWeights: { title: 5, from: 1, when: 0, lang: 0 } } }),
      );
      return loaded;
    };

    const element = (name: string, className: string, ...inside: (Node | string)[]): HTMLElement => {
      const made = document.createElement(name);
      if (className !== "") made.className = className;
      made.append(...inside);
      return made;
    };

    /** `the red <mark>flag</mark>` as nodes: every second part was marked. */
    const marked = (excerpt: string): (Node | string)[] =>
      excerpt.split(/<\/?mark>/).map((part, at) => {
        const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
        return at % 2 === 1 ? element("mark", "", text) : text;
      });

    const result = async (found: Found): Promise<HTMLElement> => {
      const { raw_url: address, excerpt, meta } = await found.data();
      const link = document.createElement("a");
      link.href = new URL(address, root).href;
      link.textContent = meta["title"] ?? "";
      const facts = [meta["when"], meta["from"]].filter((fact) => fact);
      const words = element("p", "excerpt", ...marked(excerpt));
      const heading = element("h3", "", link);
      for (const own of [words, heading]) {
        own.dir = "auto";
        if (meta["lang"]) own.lang = meta["lang"];
      }
      return element("li", "", heading, element("p", "meta", facts.join(" · ")), words);
    };

    /** Which search is the newest: an answer to an older one comes too late. */
    let turn = 0;
    let rest: readonly Found[] = [];
    let total = 0;

    const show = async (mine: number): Promise<HTMLElement | undefined> => {
      const items = await Promise.all(rest.slice(0, PAGE).map(result));
      if (mine !== turn) return undefined;
      rest = rest.slice(PAGE);
      list.append(...items);
      more.hidden = rest.length === 0;
      const shown = total - rest.length;
      if (total === 0) say("none");
      else if (shown < total) say("showing", { shown, count: total });
      else say(total === 1 ? "one" : "many", { count: total });
      return items[0];
    };

    const failed = (mine: number): void => {
      if (mine !== turn) return;
      loaded = null;
      say("failed");
    };

    const choices = (): Readonly<Record<string, string>> =>
      Object.fromEntries(selects.flatMap(({ name, value }) => (value === "" ? [] : [[name, value]])));

    /** Keeps in the address what is looked for, so that it can be kept, sent and come back to. */
    const keep = (words: string): void => {
      const kept = new URLSearchParams({ ...(words === "" ? {} : { q: words }), ...choices() }).toString();
      history.replaceState(null, "", kept === "" ? location.pathname : `?${kept}`);
    };

    const search = async (): Promise<void> => {
      const mine = ++turn;
      const words = input.value.trim();
      const { order, ...filters } = choices();
      const idle = words === "" && Object.keys(filters).length === 0;
      keep(words);
      if (idle) {
        list.replaceChildren();
        more.hidden = true;
        count.textContent = "";
        return;
      }
      // Said once: an answer takes the place of the one before without a word between.
      if (count.textContent === "") say("loading");
      try {
        const sort = order ? { sort: { time: order === "oldest" ? "asc" : "desc" } } : {};
        const { results } = await (await load()).search(words === "" ? null : words, { filters, ...sort });
        if (mine !== turn) return;
        rest = results;
        total = results.length;
        list.replaceChildren();
        more.hidden = true;
        await show(mine);
      } catch {
        failed(mine);
      }
    };

    /** Fills the lists to narrow by; one that has nothing to choose stays away. */
    const fill = async (): Promise<void> => {
      const filters = await (await load()).filters();
      const asked = new URLSearchParams(location.search);
      for (const select of selects) {
        const values = Object.keys(filters[select.name] ?? {}).sort((a, b) =>
          a.toLowerCase() < b.toLowerCase() ? -1 : 1,
        );
        select.append(...values.map((value) => new Option(value, value)));
        const field = select.closest("p");
        if (field && values.length > 1) field.hidden = false;
        select.value = asked.get(select.name) ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
      narrow.hidden = false;
    };

    let waiting = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      void search();
    });
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void search(), PAUSE);
    });
    narrow.addEventListener("change", () => void search());
    more.addEventListener("click", () => {
      const mine = turn;
      show(mine).then(
        (first) => first?.querySelector("a")?.focus(),
        () => failed(mine),
      );
    });

    input.value = new URLSearchParams(location.search).get("q") ?? "";
    fill().then(search, () => failed(turn));
  }
}
