import { expect, test } from "vitest";
import { readConfig } from "../../src/config/read-config.ts";

const read = (embeds: object) => {
  const text = JSON.stringify({ url: "https://example.org/", embeds });
  return readConfig({ file: "afterlive.config.json", sha256: "", text });
};

test("what the site's owner says of embeds", () => {
  const { value, diagnostics } = read({
    ...{ providers: { x: false, youtube: true, mastodon: false }, frames: ["charts.example.org"] },
    ...{ mastodon: ["social.example"] },
    ...{ days: 30, noscriptFrame: false },
  });
  expect(diagnostics).toEqual([]);
  expect(value.embeds).toEqual({
    off: ["mastodon", "x"],
    frames: ["charts.example.org"],
    mastodon: ["social.example"],
    own: "example.org",
    days: 30,
    noscriptFrame: false,
  });
});

test.each([
  [{ providers: { twiter: false } }, "key-unknown"],
  [{ providers: { x: "no" } }, "value-wrong"],
  [{ frames: ["https://charts.example.org/"] }, "host-wrong"],
  [{ frames: ["*.example.org"] }, "host-wrong"],
  [{ frames: ["charts.example.org; script-src *"] }, "host-wrong"],
  [{ frames: ["Charts.example.org"] }, "host-wrong"],
  [{ frames: ["127.0.0.1"] }, "host-wrong"],
  [{ frames: ["localhost"] }, "host-wrong"],
  [{ mastodon: ["nas.local"] }, "host-wrong"],
  [{ mastodon: ["https://social.example"] }, "host-wrong"],
  [{ frames: ["charts.example.org", "example.org"] }, "host-own"],
  [{ mastodon: ["example.org"] }, "host-own"],
  [{ days: 0 }, "value-wrong"],
  [{ days: 366 }, "value-wrong"],
  [{ days: 1.5 }, "value-wrong"],
])("%j is refused: %s", (embeds, code) => {
  expect(read(embeds).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});
