/** A template places; what readers read comes from a view or the catalogue. English in a template no other language could say. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { htmlTokens } from "../../src/html/tokens.ts";

const TEMPLATES = ["templates", "templates/partials"].flatMap((dir) =>
  readdirSync(dir)
    .filter((name) => name.endsWith(".hbs"))
    .map((name) => `${dir}/${name}`),
);
/** Attributes that readers see or hear. */
const SPOKEN = [
  "alt",
  "title",
  "label",
  "placeholder",
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
];

/** A partial may be nothing but attributes. */
const EMPTY_ATTRIBUTE = /\s[a-z-]+=""/g;

/** A name in single braces is for the page's script to fill in. */
const SCRIPT_FILLS = /\{\w+\}/g;

/** What a template says by itself: its words outside mustaches and tags, and those of attributes that are read. */
function ownWords(template: string): string[] {
  // Mustaches may stand inside a tag, so they go first; `{{{x}}}` and comments too.
  const html = template
    .replaceAll(/\{\{!--[\s\S]*?--\}\}|\{\{\{[\s\S]*?\}\}\}|\{\{[\s\S]*?\}\}/g, "")
    .replaceAll(SCRIPT_FILLS, "");
  const tokens = [...htmlTokens(html)];
  const spoken = tokens.flatMap((token) =>
    token.kind === "open"
      ? [...token.attributes].flatMap(([name, value]) =>
          SPOKEN.includes(name) || (name.startsWith("data-") && value.includes(" ")) ? [value] : [],
        )
      : [],
  );
  const outside = tokens.flatMap((token) =>
    token.kind === "text" ? [token.text.replaceAll(EMPTY_ATTRIBUTE, "")] : [],
  );
  return [...outside, ...spoken].filter((text) => /\p{L}/u.test(text));
}

test.each(TEMPLATES)("%s says nothing by itself", (path) => {
  expect(ownWords(readFileSync(path, "utf8"))).toEqual([]);
});

test("words in a template would be found, wherever they stood", () => {
  expect(ownWords('<p>{{title}} was here</p><b title="A title">{{{html}}}</b> after')).toEqual([
    ...[" was here", " after", "A title"],
  ]);
  expect(ownWords('<a class="skip" href="#_main"{{> own-words}}>{{say "home.skip"}}</a> · ')).toEqual([]);
});
