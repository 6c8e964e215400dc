import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { providerKey, providers, recognise } from "../../src/embeds/providers/registry.ts";

/** What is pasted, and what becomes of it. */
const KNOWN = [
  {
    provider: "x",
    original: "https://x.com/i/status/20",
    frame: "https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true",
    pasted: [
      "https://twitter.com/jack/status/20",
      "http://mobile.twitter.com/jack/status/20?s=20&t=abc",
      "https://x.com/jack/status/20/photo/1",
      "https://X.COM/i/web/status/20",
      "https://twitter.com/jack/statuses/20",
      "https://twitter.com/#!/jack/status/20",
    ],
  },
  {
    provider: "youtube",
    original: "https://www.youtube.com/watch?v=jNQXAC9IVRw",
    frame: "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?rel=0&playsinline=1",
    pasted: [
      "https://www.youtube.com/watch?v=jNQXAC9IVRw",
      "https://youtu.be/jNQXAC9IVRw?si=abc",
      "https://m.youtube.com/shorts/jNQXAC9IVRw",
      "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw",
      "https://www.youtube.com/live/jNQXAC9IVRw?feature=share",
    ],
  },
  {
    provider: "youtube",
    original: "https://www.youtube.com/watch?v=jNQXAC9IVRw&t=65s",
    frame: "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?start=65&rel=0&playsinline=1",
    pasted: ["https://youtu.be/jNQXAC9IVRw?t=1m5s", "https://www.youtube.com/watch?v=jNQXAC9IVRw&start=65"],
  },
];
const PASTED = KNOWN.flatMap(({ pasted, ...expected }) => pasted.map((url) => ({ url, ...expected })));

test.each(PASTED)("$url is known", ({ url, provider, original, frame }) => {
  const found = recognise(url);
  expect(found?.provider.key).toBe(provider);
  expect(found && found.provider.original(found.ref)).toBe(original);
  expect(found && found.provider.frame(found.ref)).toBe(frame);
});

test.each([
  "https://evil.test/x.com/jack/status/20",
  "https://x.com.evil.test/jack/status/20",
  "https://netflix.com/jack/status/20",
  "https://jack:secret@x.com/jack/status/20",
  "https://xn--x-vga.com/jack/status/20",
  'https://x.com/jack/status/20"><script>',
  "https://x.com/jack/status/20abc",
  "https://x.com/jack",
  "https://www.youtube.com/watch?v=short",
  "https://www.youtube.com/watch?v=jNQXAC9IVRw'x",
  "https://www.youtube.com/embed/videoseries?list=PL1",
  "ftp://x.com/jack/status/20",
  "javascript:https://x.com/jack/status/20",
  "x.com/jack/status/20",
  "not a link",
  "",
])("%j is nobody's", (url) => {
  expect(recognise(url)).toBeNull();
});

test("no text at all throws, and a frame's address is always one of the provider's own", () => {
  const pasted = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.tuple(fc.constantFrom(...PASTED.map(({ url }) => url)), fc.string()).map(([url, tail]) => url + tail),
  );
  fc.assert(
    fc.property(pasted, (text) => {
      const found = recognise(text);
      if (found === null) return;
      const frame = found.provider.frame(found.ref);
      expect(found.provider.frameOrigins).toContain(new URL(frame).origin);
      expect(frame).not.toMatch(/["'<>\s]/);
    }),
  );
});

describe("a name that a dump prints", () => {
  test.each([
    ["Twitter", "x"],
    ["X", "x"],
    ["Google YouTube", "youtube"],
    ["YouTube", "youtube"],
    ["Instagram", "instagram"],
    ["Audio Boom", "audio-boom"],
  ])("%s is %s", (printed, key) => {
    expect(providerKey(printed)).toBe(key);
  });
});

test("no two providers share a key or a printed name, and facts name their source", () => {
  const names = providers.flatMap(({ key, printed }) => [key, ...printed.map((name) => name.toLowerCase())]);
  const perProvider = providers.map(
    ({ key, printed }) => new Set([key, ...printed.map((name) => name.toLowerCase())]).size,
  );
  expect(new Set(names).size).toBe(perProvider.reduce((sum, size) => sum + size, 0));
  for (const { policies } of providers) expect(policies.source).not.toBe("");
});
