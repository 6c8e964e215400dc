import { expect, test } from "vitest";
import { followNotice } from "../../src/dumps/parts/embed-notice.ts";

/** A consent notice as a page prints it, of any provider. */
const notice = (provider: string, noun: string, link = ""): readonly string[] => [
  `This ${provider} ${noun} cannot be displayed in your browser. View original content on ${provider}${link}`,
  "The BBC is not responsible for the content of external sites.",
  `Skip ${provider.toLowerCase()} ${noun}`,
  `Allow ${provider} content?`,
  `This article contains content provided by ${provider}. We ask for your permission first.`,
  "The BBC is not responsible for the content of external sites.",
  `End of ${provider.toLowerCase()} ${noun}`,
];

test.each([
  ["Twitter", "post"],
  ["Instagram", "post"],
  ["Google YouTube", "video"],
  ["Facebook", "post"],
  ["TikTok", "video"],
  ["Spotify", "audio"],
])("the whole notice of %s is one embed, and two in a row stay two", (provider, noun) => {
  const lines = notice(provider, noun);
  expect(followNotice([...lines, ...lines])).toEqual({ count: 7, printed: provider, url: null });
});

test.each([
  ["Twitter", "post"],
  ["Google YouTube", "video"],
])("of %s only the heading and the paragraph are left in a flat dump; two in a row stay two", (provider) => {
  const lines = [`Allow ${provider} content?`, `This article contains content provided by ${provider}. We ask first.`];
  expect(followNotice([...lines, ...lines])).toEqual({ count: 2, printed: provider, url: null });
});

test("the lines around a numbered notice belong to it, a provider's words glued to the disclaimer as well", () => {
  const lines = [
    "Skip youtube video 2 by Ines Barrow",
    "Allow Google YouTube content?",
    "This article contains content provided by Google YouTube. We ask first.",
    "The BBC is not responsible for the content of external sites. YouTube content may contain adverts.",
    "End of youtube video 2 by Ines Barrow",
  ];
  expect(followNotice(lines)).toEqual({ count: 5, printed: "Google YouTube", url: null });
});

test.each([
  [" https://twitter.com/ines/status/20", "https://twitter.com/ines/status/20"],
  [" (https://twitter.com/ines/status/20)", "https://twitter.com/ines/status/20"],
  [" https://example.org/", null],
  [" https://evil.test/x.com/ines/status/20", null],
])("where the dump kept the link%s, it is used if it is a provider's", (link, url) => {
  expect(followNotice(notice("Twitter", "post", link))?.url).toBe(url);
});
