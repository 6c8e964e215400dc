import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allowedFrame } from "../../src/embeds/allowed-frame.ts";
import { linkCard } from "../../src/embeds/link-cards.ts";
import { readPasted } from "../../src/embeds/pasted.ts";
import { recognise, recognisePasted } from "../../src/embeds/providers/registry.ts";
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
    ["x", '<amp-twitter width="375" height="472" data-tweetid="20"></amp-twitter>'],
    ["instagram", '<amp-instagram data-shortcode="BtUBGjCH_Xx"></amp-instagram>'],
    ["youtube", '<amp-youtube data-videoid="jNQXAC9IVRw"></amp-youtube>'],
    ["facebook", '<amp-facebook data-href="https://www.facebook.com/stowford/posts/1234567890"></amp-facebook>'],
    ["tiktok", '<amp-tiktok data-src="https://www.tiktok.com/@ines/video/7106594312292453675"></amp-tiktok>'],
    ["vimeo", '<amp-vimeo data-videoid="76979871"></amp-vimeo>'],
    ["dailymotion", '<amp-dailymotion data-videoid="x84sh87"></amp-dailymotion>'],
    ["soundcloud", '<amp-soundcloud data-trackid="243169232"></amp-soundcloud>'],
    ["spotify", '<amp-iframe src="https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC"></amp-iframe>'],
    ["spotify", '<iframe src="//open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC"></iframe>'],
  ])("%s: %s", (key, html) => {
    expect(recognisePasted(readPasted(html)?.url ?? "")?.provider.key).toBe(key);
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

test.each([
  ["10", 80],
  ["79", 80],
  ["316", 316],
  ["9999", 4000],
  ["1e9", null],
  ["-5", null],
])("a stated height of %s is taken as %j", (stated, height) => {
  expect(readPasted(`<iframe src="https://charts.example.org/1" height="${stated}"></iframe>`)?.height).toBe(height);
});

test.each(['20"><script>', "20?a=b", "../../evil", "20&amp;x=1"])("an AMP id of %j is none", (id) => {
  expect(readPasted(`<amp-twitter data-tweetid='${id}'></amp-twitter>`)).toBeNull();
});

const PLAYER = "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/243169232";
const CREDITS =
  '<div style="x"><a href="https://soundcloud.com/ines">Ines</a> · <a href="https://soundcloud.com/ines/the-swan">The swan</a></div>';

test("SoundCloud's code names a number, and the page's own address below it, which is kept", () => {
  expect(readPasted(`<iframe src="${PLAYER}"></iframe>${CREDITS}`)?.url).toBe("https://soundcloud.com/ines/the-swan");
  const alone = recognise(readPasted(`<iframe src="${PLAYER}"></iframe>`)?.url ?? "");
  expect(alone?.provider.original(alone.ref)).toMatch(/^https:\/\/w\.soundcloud\.com\/player\//);
});

describe("in markdown", () => {
  const read = (body: string, mastodon: readonly string[] = [], frames: readonly string[] = []) => {
    const { value, diagnostics } = createMarkdown({ mastodon, frames })(body, createPlacer("a.md", body), 1, 3);
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
    const frame = '<iframe src="https://charts.example.org/1" height="300"></iframe>';
    const { blocks, codes } = read(frame);
    expect(blocks).toMatchObject([{ kind: "embed", url: "https://charts.example.org/1", height: 300 }]);
    expect(codes).toEqual(["embed-frame-unknown"]);
    expect(read(frame, [], ["charts.example.org"])).toEqual({ blocks, codes: [] });
  });

  test("an address counts however its letters are written, in the middle of a paragraph's lines too", () => {
    expect(read("HTTPS://X.com/ines/status/20").blocks).toMatchObject([{ kind: "embed", provider: "x" }]);
    expect(read("Look:\nHttps://x.com/ines/status/20").blocks.map(({ kind }) => kind)).toEqual(["prose", "embed"]);
  });

  test("SoundCloud's line of links goes with its player", () => {
    const { blocks, codes } = read(`<iframe src="${PLAYER}"></iframe>${CREDITS}`);
    expect([blocks, codes]).toMatchObject([[{ kind: "embed", url: "https://soundcloud.com/ines/the-swan" }], []]);
  });

  test("an address like Mastodon's is an embed where the site's owner names its host, and nowhere else", () => {
    const post = "https://social.example/@ines/109384055412614544";
    expect(read(post).blocks).toMatchObject([{ kind: "prose" }]);
    expect(read(`${post}/embed`).blocks).toMatchObject([{ kind: "prose" }]);
    expect(read(post, ["social.example"]).blocks).toMatchObject([{ provider: "mastodon:social.example", url: post }]);
    const pasted = `<blockquote class="mastodon-embed" data-embed-url="${post}/embed"></blockquote>`;
    expect(read(pasted).blocks).toMatchObject([{ provider: "mastodon:social.example", url: `${post}/embed` }]);
    const frame = `<iframe src="${post}/embed" class="mastodon-embed"></iframe>`;
    expect(read(frame).blocks).toMatchObject([{ provider: "mastodon:social.example" }]);
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
  ["https://www.facebook.com/events/1234567890/", "facebook"],
  ["https://www.bbc.com/news/av/uk-england-12345678", "bbc"],
  ["https://www.bbc.com/news/av/12345678", "bbc"],
  ["https://www.bbc.com/news/uk-12345678", null],
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
