import { z } from "zod";
import { isPublicHost } from "../embeds/providers/common.ts";
import { providers } from "../embeds/providers/registry.ts";
import { languageTag, list, text, yesNo } from "../schema/fields.ts";
import type { Problem } from "../schema/problem.ts";

/** Where a site may live: an http or https address that ends in a path. */
function urlProblem(value: string): Problem | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  const web = url?.protocol === "https:" || url?.protocol === "http:";
  const bare = url?.search === "" && url.hash === "" && url.username === "" && url.password === "";
  if (web && bare && !value.includes("?") && !value.includes("#")) return null;
  return {
    code: "url-wrong",
    message: "The site's address must begin with https:// (or http://) and hold no user, query or fragment.",
    hint: 'For example: "url": "https://example.org/archive/"',
  };
}

function basePathProblem(value: string): Problem | null {
  const plain = /^\/[\w.~/-]*$/.test(value) && !value.includes("//") && !value.split("/").includes("..");
  if (plain) return null;
  return {
    code: "base-path-wrong",
    message: "The base path is the path part of the site's address: slashes and plain names, from the root.",
    hint: 'For example: "basePath": "/archive/"',
  };
}

function hostProblem(value: string): Problem | null {
  if (isPublicHost(value) && URL.canParse(`https://${value}/`) && new URL(`https://${value}/`).hostname === value)
    return null;
  return {
    code: "host-wrong",
    message:
      "A host is a name on the web in lower case, without https:// and without a path; no IP address, no localhost.",
    hint: 'For example: "frames": ["charts.example.org"]',
  };
}

function authorityProblem(value: string): Problem | null {
  if (/^(?:[\w.+-]{1,64}@)?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+$/i.test(value.trim())) return null;
  return {
    code: "authority-wrong",
    message: "The authority of feed ids is a host name or an e-mail address that is its owner's.",
    hint: 'For example: "feedAuthority": "example.org"',
  };
}

function feedDateProblem(value: string): Problem | null {
  const [, year, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  const days = [31, Number(year) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  if (year !== undefined && Number(day) >= 1 && Number(day) <= days) return null;
  return {
    code: "date-impossible",
    message: "This is no day, month or year on which somebody could have owned the feed authority.",
    hint: 'For example: "feedDate": "2026" or "2026-11-21"',
  };
}

function topicProblem(value: string): Problem | null {
  if (/[\p{L}\p{N}]/u.test(value) && value.length <= LONGEST_TOPIC) return null;
  return {
    code: "topic-wrong",
    message: `A topic is a label of posts: at least one letter or digit, and at most ${LONGEST_TOPIC} characters.`,
    hint: 'For example: "topics": ["Class One"]',
  };
}

/** Longer ones may not fit into an address, in scripts whose letters take three bytes. */
const LONGEST_TOPIC = 60;

const DAYS = { most: 365, example: 180 };

/** What stands under `embeds`. */
const embedsSchema = z
  .strictObject({
    providers: z
      .strictObject(
        Object.fromEntries(
          [...providers.map(({ key, name }) => [key, name] as const), ["mastodon", "Mastodon"] as const].map(
            ([key, name]) => [key, yesNo(`False: things of ${name} are only linked to.`).optional()],
          ),
        ),
      )
      .meta({ description: "Providers that may not be loaded.", examples: [{ x: false }] })
      .optional(),
    frames: list(
      text("A host whose frames readers may load.", "charts.example.org", hostProblem),
      "Hosts whose frames readers may load, beside those of known providers.",
      ["charts.example.org"],
    ).optional(),
    mastodon: list(
      text("A Mastodon instance.", "mastodon.example", hostProblem),
      "Mastodon instances whose posts are embeds when their address stands alone in its paragraph.",
      ["mastodon.example"],
    ).optional(),
    days: z
      .int()
      .min(1)
      .max(DAYS.most)
      .meta({ description: "For how many days a reader's “always” is remembered.", examples: [DAYS.example] })
      .optional(),
    noscriptFrame: yesNo("False: readers without JavaScript only get the link to the original.").optional(),
  })
  .meta({ description: "Other sites' things on these pages.", examples: [{ days: DAYS.example }] });

/** `afterlive.config.json`. */
export const configSchema = z
  .strictObject({
    $schema: text("Where editors find this schema.", "./node_modules/afterlive/lib/schemas/config.json").optional(),
    url: text("Where the site will live.", "https://example.org/archive/", urlProblem, { format: "uri" }).optional(),
    basePath: text("The path part of that address; needed only without url.", "/archive/", basePathProblem).optional(),
    title: text("The archive's name.", "Stowford live blogs").optional(),
    description: text("What the archive holds, in a sentence.", "Every live blog of the Stowford Echo.").optional(),
    lang: languageTag("The language of the site's own words.").optional(),
    publisher: text("Who publishes the archive.", "Stowford Echo").optional(),
    licence: text(
      "Under which licence the archive's own words are: its name, or its address.",
      "https://creativecommons.org/licenses/by/4.0/",
    ).optional(),
    search: yesNo("False: no search page, and no index for it.").optional(),
    embeds: embedsSchema.optional(),
    topics: list(
      text("A label, as posts carry it.", "Class One", topicProblem),
      "Labels that have a page of their own, beside those that recur within a series.",
      ["Class One"],
    ).optional(),
    feedAuthority: text(
      "Whose name stands in the ids of feed entries; the host of url if not given. Set it before the site moves.",
      "example.org",
      authorityProblem,
    ).optional(),
    feedDate: text(
      "A day on which the feed authority was yours: a date, a month or a year. Never change it once feeds are out.",
      "2026",
      feedDateProblem,
    ).optional(),
  })
  .meta({ title: "Afterlive configuration", description: "afterlive.config.json" });

/** What a configuration may say, as written. */
export type Keys = z.infer<typeof configSchema>;

/** The JSON Schema of `afterlive.config.json`, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: "input" });
}
