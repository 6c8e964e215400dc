import type { Config } from "../model/config.ts";
import type { Checked, Diagnostic, Place } from "../model/diagnostic.ts";
import type { Source } from "../model/source.ts";
import { checkAgainst, type Manner } from "../schema/check.ts";
import { readJson } from "../schema/json.ts";
import { diagnose, inReadingOrder, type Problem } from "../schema/problem.ts";
import { configSchema, type Keys } from "./schema.ts";

/** Where the configuration lies, from the site's root. */
export const CONFIG_FILE = "afterlive.config.json";

/** A host that can never be anybody's (RFC 2606). */
const NOBODY = "archive.invalid";

/** The year that feed ids name where the configuration names no day. It stays, whatever year it is: ids must not change. */
const FIRST_YEAR = "2026";

const DEFAULTS: Config = {
  url: null,
  basePath: "/",
  title: "Live blog archive",
  description: "",
  lang: "en",
  publisher: null,
  licence: null,
  search: true,
  embeds: { off: [], frames: [], mastodon: [], own: null, days: 180, noscriptFrame: true },
  feeds: { authority: NOBODY, date: FIRST_YEAR },
  topics: [],
};

const MANNER: Manner = {
  write: (key, example) => `"${key}": ${JSON.stringify(example)}`,
  later: [],
};

const NO_URL: Problem = {
  code: "config-no-url",
  message:
    "Nobody knows where the site will live, so its pages name no canonical address, its feeds have relative links, and there is no sitemap.",
  hint: `Add "url": "https://example.org/" to ${CONFIG_FILE} when you know it.`,
};

const PATHS_DIFFER: Problem = {
  code: "base-path-wrong",
  message: "The base path is another than the path of url.",
  hint: "Take basePath out: url says it already.",
};

const HOST_OWN: Problem = {
  code: "host-own",
  message: "This is the site's own host: a frame of it could do with the page what it likes.",
  hint: "Take it out, and link to the page instead.",
};

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}

function embedsOf(keys: NonNullable<Keys["embeds"]>, url: string | null): Config["embeds"] {
  const { providers = {}, frames, mastodon, days, noscriptFrame } = keys;
  const off = Object.keys(providers).filter((key) => providers[key] === false);
  return {
    off: off.sort(),
    frames: frames ?? DEFAULTS.embeds.frames,
    mastodon: mastodon ?? DEFAULTS.embeds.mastodon,
    own: url === null ? null : new URL(url).hostname,
    days: days ?? DEFAULTS.embeds.days,
    noscriptFrame: noscriptFrame ?? DEFAULTS.embeds.noscriptFrame,
  };
}

/** The authority of feed ids: a port or an IP address in brackets cannot be one. */
function feedsOf({ feedAuthority, feedDate }: Keys, url: string | null): Config["feeds"] {
  const host = url === null ? NOBODY : new URL(url).hostname;
  const authority = feedAuthority?.trim().toLowerCase() ?? (host.startsWith("[") ? NOBODY : host);
  return { authority, date: feedDate ?? FIRST_YEAR };
}

function topicsOf({ topics = [] }: Keys, placeOf: (key: string) => Place): Config["topics"] {
  return topics.map((label, at) => ({ label: label.trim(), place: placeOf(`topics.${at}`) }));
}

function withDefaults(keys: Keys, placeOf: (key: string) => Place): Config {
  const url = keys.url === undefined ? null : withSlash(new URL(keys.url).href);
  const path = url === null ? withSlash(keys.basePath ?? DEFAULTS.basePath) : new URL(url).pathname;
  return {
    url,
    basePath: path,
    title: keys.title?.trim() ?? DEFAULTS.title,
    description: keys.description?.trim() ?? DEFAULTS.description,
    lang: keys.lang ?? DEFAULTS.lang,
    publisher: keys.publisher?.trim() ?? DEFAULTS.publisher,
    licence: keys.licence?.trim() ?? DEFAULTS.licence,
    search: keys.search ?? DEFAULTS.search,
    embeds: embedsOf(keys.embeds ?? {}, url),
    feeds: feedsOf(keys, url),
    topics: topicsOf(keys, placeOf),
  };
}

/**
 * Reads the configuration; null stands for none, and gives every default. With an error the defaults are given as well.
 *
 * Errors: those of `readJson` and `checkAgainst`, `url-wrong`, `base-path-wrong`, `host-own`. Note: `config-no-url`.
 */
export function readConfig(source: Source | null): Checked<Config> {
  const nowhere = { file: CONFIG_FILE, line: 1, column: 1, excerpt: null };
  if (source === null) return { value: DEFAULTS, diagnostics: [diagnose(nowhere, NO_URL, "note")] };

  const json = readJson(source);
  if (json.value === null) return { value: DEFAULTS, diagnostics: json.diagnostics };
  const located = json.value;
  const checked = checkAgainst(configSchema, located, MANNER);
  const placeOf = (key: string): Place => located.values.get(key) ?? nowhere;
  const config = checked.value === null ? DEFAULTS : withDefaults(checked.value, placeOf);

  const further: Diagnostic[] = [];
  if (checked.value !== null && checked.value.url === undefined) further.push(diagnose(placeOf(""), NO_URL, "note"));
  for (const key of ["frames", "mastodon"] as const)
    for (const [at, host] of (checked.value?.embeds?.[key] ?? []).entries())
      if (host === config.embeds.own) further.push(diagnose(placeOf(`embeds.${key}.${at}`), HOST_OWN));
  const basePath = checked.value?.basePath;
  if (basePath !== undefined && withSlash(basePath) !== config.basePath)
    further.push(diagnose(placeOf("basePath"), PATHS_DIFFER));
  return { value: config, diagnostics: inReadingOrder([...json.diagnostics, ...checked.diagnostics, ...further]) };
}
