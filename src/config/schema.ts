import { z } from "zod";
import { languageTag, text } from "../schema/fields.ts";
import type { Problem } from "../schema/problem.ts";

/** Keys that the configuration will have in a later version. */
export const LATER_KEYS: readonly string[] = ["feedAuthority", "feedDate", "topics", "embeds", "search"];

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

/** `afterlive.config.json`. */
export const configSchema = z
  .strictObject({
    $schema: text("Where editors find this schema.", "./node_modules/afterlive/config.schema.json").optional(),
    url: text("Where the site will live.", "https://example.org/archive/", urlProblem, { format: "uri" }).optional(),
    basePath: text("The path part of that address; needed only without url.", "/archive/", basePathProblem).optional(),
    title: text("The archive's name.", "Stowford live blogs").optional(),
    description: text("What the archive holds, in a sentence.", "Every live blog of the Stowford Echo.").optional(),
    lang: languageTag("The language of the site's own words.").optional(),
    publisher: text("Who publishes the archive.", "Stowford Echo").optional(),
  })
  .meta({ title: "Afterlive configuration", description: "afterlive.config.json" });

/** The JSON Schema of `afterlive.config.json`, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: "input" });
}
