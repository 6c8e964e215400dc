import type { Problem } from "../schema/problem.ts";
import { quoted } from "../schema/problem.ts";
import { zoneName } from "../time/zones.ts";

/** Names that the site itself uses at its root. */
const RESERVED = new Set(["about", "search", "people", "topics", "embeds", "pagefind", "404", "assets", "feed"]);

/** Names of devices, under which Windows can make no folder or file. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const LONGEST_SLUG = 100;

function wrong(message: string, hint: string): Problem {
  return { code: "value-wrong", message, hint };
}

/** A slug made of any text: `Été à Stowford!` → `ete-a-stowford`. */
export function slugOf(text: string): string {
  const letters = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = letters.split(/[^a-z0-9]+/).filter((word) => word !== "");
  return words.join("-").slice(0, LONGEST_SLUG);
}

/** A name that becomes part of an address: lower-case letters, digits and hyphens. `slug-invalid`. */
export function nameProblem(name: string): Problem | null {
  const fits = /^[a-z0-9-]+$/.test(name) && name.length <= LONGEST_SLUG;
  if (fits && !DEVICES.test(name)) return null;
  const proposed = slugOf(name);
  const hint = proposed === "" || proposed === name ? "Choose another name." : `Call it ${quoted(proposed)}.`;
  return {
    code: "slug-invalid",
    message: `The name ${quoted(name)} becomes part of an address: it may hold a to z, 0 to 9 and hyphens, up to ${LONGEST_SLUG}, and be no name of a device.`,
    hint,
  };
}

/** A name for a live blog: as above, and none that the site uses itself. `slug-invalid`, `slug-reserved`. */
export function slugProblem(slug: string): Problem | null {
  if (!RESERVED.has(slug)) return nameProblem(slug);
  return {
    code: "slug-reserved",
    message: `The site has a page of its own at /${slug}/.`,
    hint: `Choose another name, such as "${slug}-2017".`,
  };
}

/** An IANA time zone. `timezone-unknown`. */
export function timezoneProblem(name: string): Problem | null {
  const known = /^[A-Za-z]/.test(name) ? zoneName(name) : null;
  if (known === name) return null;
  return {
    code: "timezone-unknown",
    message: `There is no time zone ${quoted(name)}.`,
    hint:
      known !== null
        ? `Did you mean "${known}"?`
        : "Write its area and city, such as Europe/London; abbreviations such as BST mean several zones.",
  };
}

/** The name of a file beside this one. `path-leaves-folder`. */
export function fileNameProblem(name: string): Problem | null {
  if (!/[/\\:]/.test(name) && !name.startsWith(".") && !name.includes("..")) return null;
  return {
    code: "path-leaves-folder",
    message: `${quoted(name)} is not the plain name of a file in the live blog's own folder.`,
    hint: "Put the file beside this one and write its name alone, such as start-line.jpg.",
  };
}

/** A dump's file name or a pattern for it. `path-leaves-folder`. */
export function dumpProblem(pattern: string): Problem | null {
  if (!/[\\:]|^\/|(?:^|\/)\.\.(?:\/|$)/.test(pattern)) return null;
  return {
    code: "path-leaves-folder",
    message: `${quoted(pattern)} leaves seeds/, where all dumps lie.`,
    hint: 'Write the name as it stands in seeds/, such as 000_0d240cc41b9701d0.txt, or a pattern such as "000_*.txt".',
  };
}

/** The id of a post: `p-1132-keitany-record`. */
export function postIdProblem(id: string): Problem | null {
  if (/^p-[\p{L}\p{N}\p{M}_-]+$/u.test(id)) return null;
  const meant = slugOf(id.replace(/\.md$/, ""));
  return wrong(
    `${quoted(id)} is not the id of a post: those begin with p-.`,
    meant === ""
      ? "Copy it from the post's link, after the #."
      : `If you mean the file ${meant}.md, its id is p-${meant}.`,
  );
}

/** An old id of a post, as it may stand after `#` in a link. */
export function fragmentProblem(id: string): Problem | null {
  if (/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._:-]*$/u.test(id)) return null;
  return wrong(
    `${quoted(id)} cannot stand after the # of a link.`,
    "Letters, digits, hyphens, dots, colons and underscores may, a letter or digit first.",
  );
}

/** A public address. */
export function webUrlProblem(text: string): Problem | null {
  if (URL.canParse(text)) {
    const { protocol, username, password } = new URL(text);
    if ((protocol === "https:" || protocol === "http:") && username === "" && password === "") return null;
  }
  return wrong(`${quoted(text)} is not a public web address.`, "Copy the whole address, beginning with https://.");
}
