import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedFrame } from "../../src/embeds/allowed-frame.ts";
import { linkCard } from "../../src/embeds/link-cards.ts";
import { readPasted } from "../../src/embeds/pasted.ts";
import { recognise } from "../../src/embeds/providers/registry.ts";
import { htmlTokens } from "../../src/html/tokens.ts";
import { createMarkdown } from "../../src/posts/markdown.ts";
import { createPlacer } from "../../src/schema/places.ts";

const SCRIPT = '<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';
const TWEET = `<blockquote class="twitter-tweet" data-lang="en"><p lang="en" dir="ltr">A swan, see <a href="https://x.com/other/status/7">this</a><br>and that</p>&mdash; Ines Barrow (@ines) <a href="https://twitter.com/ines/status/20?ref_src=twsrc">May 3, 2024</a></blockquote>`;

describe("what a provider's own button gives is read for its address", () => {
  test.each([
    ["x", TWEET],
    ["x", `<blockquote class="twitter-video"><a href="https://x.com/ines/status/20"></a></blockquote>`],
    [
      "instagram",
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/BtUBGjCH_Xx/?utm_source=ig_embed"><div>View this</div></blockquote>',
    ],
    [
      "tiktok",
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ines/video/7106594312292453675" data-video-id="7106594312292453675"><section></section></blockquote>',
    ],
    [
      "bluesky",
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3k4duaz5vfs2b"><p>A swan</p></blockquote>',
    ],
    [
      "mastodon:social.example",
      '<blockquote class="mastodon-embed" data-embed-url="https://social.example/@ines/109384055412614544/embed"></blockquote>',
    ],
    [
      "reddit",
      '<blockquote class="reddit-embed-bq" data-embed-height="316"><a href="https://www.reddit.com/r/stowford/comments/abc123/a_swan/">A swan</a></blockquote>',
    ],
    ["facebook", '<div class="fb-post" data-href="https://www.facebook.com/stowford/posts/1234567890"></div>'],
    ["flourish", '<div class="flourish-embed" data-src="visualisation/1234567"></div>'],
    ["telegram", '<script async src="https://telegram.org/js/w.js" data-telegram-post="stowford/42"></script>'],
    ["youtube", '<iframe width="560" height="315" src="https://www.youtube.com/embed/jNQXAC9IVRw?si=a"></iframe>'],
    ["spotify", '<iframe src="//open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC"></iframe>'],
  ])("%s: %s", (key, html) => {
    expect(recognise(readPasted(html)?.url ?? "")?.provider.key).toBe(key);
  });

  test.each(["<blockquote>A quote</blockquote>", "<p>words", '<iframe src="javascript:alert(1)"></iframe>', ""])(
    "nothing is made of %j",
    (html) => {
      expect(readPasted(html)).toBeNull();
    },
  );
});

test("the post's own words are written anew: the last link is the post, links inside stay", () => {
  expect(readPasted(TWEET)).toEqual({
    url: "https://twitter.com/ines/status/20?ref_src=twsrc",
    height: null,
    quote: {
      html: '<p>A swan, see <a href="https://x.com/other/status/7" rel="noopener noreferrer external">this</a><br>and that</p>',
      text: "A swan, see this and that",
      by: "Ines Barrow (@ines) May 3, 2024",
    },
  });
});

test("whatever is pasted, only p, br, a, em, strong come out, closed as they were opened", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom("<p>", "</p>", "<b>", "</b>", "<i>", "</i>", "<br>", '<a href="https://a.example/?a&b">', "</a>"),
    fc.constantFrom(
      "<script>",
      "</script>",
      "<img src=x onerror=y>",
      '<a href="javascript:x">',
      "&lt;script&gt;",
      "<p",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = `<blockquote class="twitter-tweet">${pieces.join("")}</p><a href="https://x.com/ines/status/20"></a></blockquote>`;
      const quote = readPasted(html)?.quote?.html ?? "";
      const open: string[] = [];
      for (const token of htmlTokens(quote)) {
        if (token.kind === "text") continue;
        expect(["p", "br", "a", "em", "strong"]).toContain(token.name);
        expect([...token.attributes.keys()].filter((name) => name !== "href" && name !== "rel")).toEqual([]);
        expect(token.attributes.get("href") ?? "https:").toMatch(/^https?:/);
        if (token.kind === "open" && token.name !== "br") open.push(token.name);
        if (token.kind === "close") expect(open.pop()).toBe(token.name);
      }
      expect(open).toEqual([]);
    }),
  );
});

describe("in markdown", () => {
  const read = (body: string) => {
    const { value, diagnostics } = createMarkdown()(body, createPlacer("a.md", body), 1, 3);
    return { blocks: value, codes: diagnostics.map(({ code }) => code) };
  };

  test("pasted code is an embed, its script dropped, and what stands around it stays", () => {
    const { blocks, codes } = read(`Before.\n\n${TWEET} ${SCRIPT}\n\nAfter.`);
    expect(blocks.map(({ kind }) => kind)).toEqual(["prose", "embed", "prose"]);
    expect(blocks[1]).toMatchObject({
      provider: "x",
      url: "https://twitter.com/ines/status/20?ref_src=twsrc",
      start: 3,
      end: 3,
    });
    expect(codes).toEqual([]);
  });

  test("an unknown frame is kept as its address, and the author is told what to allow", () => {
    const { blocks, codes } = read('<iframe src="https://charts.example.org/1" height="300"></iframe>');
    expect(blocks).toMatchObject([{ kind: "embed", url: "https://charts.example.org/1", height: 300 }]);
    expect(codes).toEqual(["embed-frame-unknown"]);
  });

  test("any other HTML is text, as ever", () => {
    const { blocks, codes } = read("<blockquote>words</blockquote>");
    expect(blocks.map(({ kind }) => kind)).toEqual(["prose"]);
    expect(codes).toEqual(["html-shown-as-text"]);
  });

  test("a link alone on its line that can only be followed is a link card", () => {
    expect(read("https://www.threads.net/@ines/post/abc").blocks).toMatchObject([
      { kind: "embed", provider: "threads" },
    ]);
    expect(read("https://example.org/a").blocks).toMatchObject([{ kind: "prose" }]);
  });

  test.each(["<iframe src=", '<blockquote class="twitter-tweet">', "<div class="])(
    "thousands of blocks that begin with %j are text, and are read",
    (line) => {
      expect(read(`${line}\n\n`.repeat(20_000).slice(0, 130_000)).blocks.length).toBeGreaterThan(0);
    },
  );
});

test.each([
  ["https://bsky.app/profile/ines.example/post/3k4duaz5vfs2b", "bluesky"],
  ["https://vm.tiktok.com/ZM123/", "tiktok"],
  ["https://maps.app.goo.gl/abc", "google-maps"],
  ["https://evil.test/threads.net/@a", null],
  ["https://threads.net.evil.test/@a", null],
  ["https://a:b@www.threads.net/@a", null],
  ["javascript:alert(1)", null],
])("%s as a link card: %s", (url, key) => {
  expect(linkCard(url)?.key ?? null).toBe(key);
});

test.each([
  ["https://charts.example.org/1?a=b", "frame:charts.example.org"],
  ["https://CHARTS.example.org/1", "frame:charts.example.org"],
  ["http://charts.example.org/1", null],
  ["https://evil.charts.example.org/1", null],
  ["https://charts.example.org.evil.test/1", null],
  ["https://a@charts.example.org/1", null],
  ["https://charts.example.org:8443/1", null],
])("%s where charts.example.org is allowed: %s", (url, key) => {
  expect(allowedFrame(url, ["charts.example.org"])?.provider.key ?? null).toBe(key);
});
