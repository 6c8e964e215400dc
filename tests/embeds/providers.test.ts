import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPublicHost } from "../../src/embeds/providers/common.ts";
import {
  providerKey,
  providers,
  recognise,
  recogniseEmbed,
  recognisePasted,
} from "../../src/embeds/providers/registry.ts";

/** What is pasted, and what becomes of it. */
const KNOWN = [
  {
    provider: "x",
    original: "https://x.com/jack/status/20",
    frame: "https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true",
    pasted: [
      "https://twitter.com/jack/status/20",
      "http://mobile.twitter.com/jack/status/20?s=20&t=abc",
      "https://x.com/jack/status/20/photo/1",
      "https://X.COM./jack/status/20",
      "https://twitter.com/jack/statuses/20",
      "https://twitter.com/#!/jack/status/20",
      "https://vxtwitter.com/jack/status/20",
    ],
  },
  {
    provider: "x",
    original: "https://x.com/i/status/20",
    frame: "https://platform.twitter.com/embed/Tweet.html?id=20&dnt=true",
    pasted: ["https://X.COM/i/web/status/20", "https://x.com/i/status/20", "https://twitter.com/statuses/20"],
  },
  {
    provider: "instagram",
    original: "https://www.instagram.com/p/BtUBGjCH_Xx/",
    frame: "https://www.instagram.com/p/BtUBGjCH_Xx/embed/captioned/",
    pasted: [
      "https://www.instagram.com/p/BtUBGjCH_Xx/?utm_source=ig_embed&igsh=abc",
      "https://instagr.am/p/BtUBGjCH_Xx",
      "https://www.instagram.com/ines.barrow/p/BtUBGjCH_Xx/",
    ],
  },
  {
    provider: "instagram",
    original: "https://www.instagram.com/reel/BtUBGjCH_Xx/",
    frame: "https://www.instagram.com/reel/BtUBGjCH_Xx/embed/captioned/",
    pasted: ["https://www.instagram.com/reel/BtUBGjCH_Xx/", "https://www.instagram.com/reels/BtUBGjCH_Xx/"],
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
      "https://www.youtube.com/attribution_link?u=%2Fwatch%3Fv%3DjNQXAC9IVRw%26feature%3Dshare",
      "https://youtube.googleapis.com/v/jNQXAC9IVRw",
    ],
  },
  {
    provider: "youtube",
    original: "https://www.youtube.com/watch?v=jNQXAC9IVRw&t=65s",
    frame: "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?start=65&rel=0&playsinline=1",
    pasted: [
      "https://youtu.be/jNQXAC9IVRw?t=1m5s",
      "https://www.youtube.com/watch?v=jNQXAC9IVRw&start=65",
      "https://www.youtube.com/watch?v=jNQXAC9IVRw#t=65s",
    ],
  },
  {
    provider: "youtube",
    original: "https://www.youtube.com/playlist?list=PL12345",
    frame: "https://www.youtube-nocookie.com/embed/videoseries?list=PL12345",
    pasted: ["https://www.youtube.com/playlist?list=PL12345", "https://www.youtube.com/embed/videoseries?list=PL12345"],
  },
  {
    provider: "facebook",
    original: "https://www.facebook.com/stowford/posts/1234567890",
    frame: `https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fstowford%2Fposts%2F1234567890&show_text=true&width=500&sdk=joey&channel=https%3A%2F%2Fstaticxx.facebook.com%2Fx%2Fconnect%2Fxd_arbiter%2F%3Fversion%3D46`,
    pasted: [
      "https://www.facebook.com/stowford/posts/1234567890?fbclid=abc",
      "https://m.facebook.com/stowford/posts/a-title/1234567890/",
      "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fstowford%2Fposts%2F1234567890",
    ],
  },
  {
    provider: "facebook",
    original: "https://www.facebook.com/permalink.php?story_fbid=123456&id=789",
    frame: `https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fpermalink.php%3Fstory_fbid%3D123456%26id%3D789&show_text=true&width=500&sdk=joey&channel=https%3A%2F%2Fstaticxx.facebook.com%2Fx%2Fconnect%2Fxd_arbiter%2F%3Fversion%3D46`,
    pasted: ["https://www.facebook.com/story.php?story_fbid=123456&id=789"],
  },
  {
    provider: "facebook",
    original: "https://www.facebook.com/stowford/videos/1234567890",
    frame:
      "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fstowford%2Fvideos%2F1234567890&show_text=false",
    pasted: ["https://www.facebook.com/stowford/videos/the-swan/1234567890/"],
  },
  {
    provider: "tiktok",
    original: "https://www.tiktok.com/@ines/video/7106594312292453675",
    frame: "https://www.tiktok.com/player/v1/7106594312292453675",
    pasted: [
      "https://www.tiktok.com/@ines/video/7106594312292453675?is_from_webapp=1",
      "https://www.tiktok.com/@ines/photo/7106594312292453675",
    ],
  },
  {
    provider: "tiktok",
    original: "https://www.tiktok.com/@/video/7106594312292453675",
    frame: "https://www.tiktok.com/player/v1/7106594312292453675",
    pasted: [
      "https://www.tiktok.com/embed/v2/7106594312292453675",
      "https://m.tiktok.com/v/7106594312292453675.html",
      "https://www.tiktok.com/player/v1/7106594312292453675",
    ],
  },
  {
    provider: "vimeo",
    original: "https://vimeo.com/76979871",
    frame: "https://player.vimeo.com/video/76979871?dnt=1",
    pasted: [
      "https://vimeo.com/76979871",
      "https://player.vimeo.com/video/76979871",
      "https://vimeo.com/channels/staffpicks/76979871",
      "https://vimeo.com/showcase/3717822/video/76979871",
      "https://vimeo.com/moogaloop.swf?clip_id=76979871",
    ],
  },
  {
    provider: "vimeo",
    original: "https://vimeo.com/76979871",
    frame: "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e#t=30s",
    pasted: [
      "https://vimeo.com/76979871/8272103f6e#t=30s",
      "https://player.vimeo.com/video/76979871?h=8272103f6e#t=30",
    ],
  },
  {
    provider: "spotify",
    original: "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
    frame: "https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC",
    pasted: [
      "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=abc",
      "https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC",
      "https://embed.spotify.com/?uri=spotify:track:4uLU6hMCjMI75M1A2tKUQC",
    ],
  },
  {
    provider: "bluesky",
    original: "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3k4duaz5vfs2b",
    frame:
      "https://embed.bsky.app/embed/did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3k4duaz5vfs2b?id=1&colorMode=auto",
    pasted: [
      "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3k4duaz5vfs2b",
      "https://embed.bsky.app/embed/did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3k4duaz5vfs2b?ref_url=x",
    ],
  },
  {
    provider: "soundcloud",
    original: "https://soundcloud.com/ines/the-swan",
    frame:
      "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fines%2Fthe-swan&auto_play=false&visual=false",
    pasted: [
      "https://soundcloud.com/ines/the-swan?utm_source=clipboard",
      "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/ines/the-swan&auto_play=true",
    ],
  },
  {
    provider: "soundcloud",
    original: "https://soundcloud.com/ines/the-swan",
    frame:
      "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fines%2Fthe-swan&auto_play=false&visual=false&secret_token=s-AbCd1",
    pasted: ["https://soundcloud.com/ines/the-swan/s-AbCd1"],
  },
  {
    provider: "reddit",
    original: "https://www.reddit.com/r/stowford/comments/abc123/",
    frame: "https://embed.reddit.com/r/stowford/comments/abc123/",
    pasted: [
      "https://www.reddit.com/r/stowford/comments/abc123/the_swan_is_back/",
      "https://old.reddit.com/r/stowford/comments/abc123",
    ],
  },
  {
    provider: "mastodon:social.example",
    original: "https://social.example/@ines/109384055412614544",
    frame: "https://social.example/@ines/109384055412614544/embed",
    pasted: [
      "https://social.example/@ines/109384055412614544",
      "https://social.example/web/@ines/109384055412614544",
      "https://social.example/@ines/109384055412614544/embed",
      "https://social.example/users/ines/statuses/109384055412614544/embed",
    ],
  },
  {
    provider: "giphy",
    original: "https://giphy.com/gifs/l0HlBO7eyXzSZkJri",
    frame: "https://giphy.com/embed/l0HlBO7eyXzSZkJri",
    pasted: [
      "https://giphy.com/gifs/a-swan-l0HlBO7eyXzSZkJri",
      "https://media1.giphy.com/media/l0HlBO7eyXzSZkJri/giphy.gif",
      "https://media.giphy.com/media/v1.Y2lk/l0HlBO7eyXzSZkJri/giphy.gif",
      "https://i.giphy.com/l0HlBO7eyXzSZkJri.gif",
    ],
  },
  {
    provider: "datawrapper",
    original: "https://datawrapper.dwcdn.net/aB3dE/2/",
    frame: "https://datawrapper.dwcdn.net/aB3dE/2/",
    pasted: ["https://datawrapper.dwcdn.net/aB3dE/2/"],
  },
  {
    provider: "flourish",
    original: "https://public.flourish.studio/visualisation/1234567/",
    frame: "https://flo.uri.sh/visualisation/1234567/embed?auto=1",
    pasted: ["https://public.flourish.studio/visualisation/1234567/", "https://flo.uri.sh/visualisation/1234567/embed"],
  },
  {
    provider: "twitch",
    original: "https://www.twitch.tv/videos/123456789",
    frame: "https://player.twitch.tv/?video=123456789&autoplay=false",
    pasted: ["https://www.twitch.tv/videos/123456789", "https://player.twitch.tv/?video=v123456789&parent=evil.test"],
  },
  {
    provider: "twitch",
    original: "https://clips.twitch.tv/QuietSwan-a_B1",
    frame: "https://clips.twitch.tv/embed?clip=QuietSwan-a_B1&autoplay=false",
    pasted: ["https://clips.twitch.tv/QuietSwan-a_B1", "https://www.twitch.tv/stowford/clip/QuietSwan-a_B1"],
  },
  {
    provider: "dailymotion",
    original: "https://www.dailymotion.com/video/x84sh87",
    frame: "https://geo.dailymotion.com/player.html?video=x84sh87",
    pasted: [
      "https://www.dailymotion.com/video/x84sh87_a-swan",
      "https://dai.ly/x84sh87",
      "https://www.dailymotion.com/embed/video/x84sh87",
      "https://geo.dailymotion.com/player.html?video=x84sh87",
    ],
  },
  {
    provider: "apple-music",
    original: "https://music.apple.com/gb/album/the-swan/1440857781?i=1440857795",
    frame: "https://embed.music.apple.com/gb/album/the-swan/1440857781?i=1440857795",
    pasted: ["https://music.apple.com/gb/album/the-swan/1440857781?i=1440857795&at=abc"],
  },
  {
    provider: "apple-podcasts",
    original: "https://podcasts.apple.com/gb/podcast/the-stowford-hour/id1234567890",
    frame: "https://embed.podcasts.apple.com/gb/podcast/the-stowford-hour/id1234567890",
    pasted: ["https://podcasts.apple.com/gb/podcast/the-stowford-hour/id1234567890"],
  },
  {
    provider: "telegram",
    original: "https://t.me/stowford/42",
    frame: "https://t.me/stowford/42?embed=1",
    pasted: ["https://t.me/s/stowford/42", "https://telegram.me/stowford/42"],
  },
];
const PASTED = KNOWN.flatMap(({ pasted, ...expected }) => pasted.map((url) => ({ url, ...expected })));

test.each(PASTED)("$url is known", ({ url, provider, original, frame }) => {
  const found = recognise(url, ["social.example"]);
  expect(found?.provider.key).toBe(provider);
  expect(found?.provider.original(found.ref)).toBe(original);
  expect(found?.provider.frame(found.ref)).toBe(frame);
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
  "https://www.youtube.com/embed/live_stream?channel=UC1",
  "https://x.com:8443/jack/status/20",
  "https://www.instagram.com/reels/audio/123456",
  "https://www.instagram.com/share/p/BtUBGjCH_Xx",
  "https://theordinaryknitter.net/jack/status/20",
  "https://bsky.app/profile/ines.example/post/3k4duaz5vfs2b",
  "https://social.example/@ines/109384055412614544",
  "https://social.example/@ines/109384055412614544/embed",
  "https://datawrapper.dwcdn.net/share/1/",
  "https://www.facebook.com/sto%22ford/posts/1234567890",
  "https://www.facebook.com/events/1234567890",
  "https://bsky.app/profile/did:web:a%2Fb/post/3k4duaz5vfs2b",
  "https://127.0.0.1/@ines/109384055412614544/embed",
  "https://social.example/@ines@other.example/109384055412614544/embed",
  "https://medium.com/@ines/the-swan-109384055412/embed",
  "https://vimeo.com/showcase/3717822",
  "https://vimeo.com/users/123",
  "https://open.spotify.com/track/short",
  "https://w.soundcloud.com/player/?url=https%3A%2F%2Fevil.test%2Fines%2Fthe-swan",
  "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.test%2Fstowford%2Fposts%2F1",
  "https://www.twitch.tv/directory",
  "ftp://x.com/jack/status/20",
  "javascript:https://x.com/jack/status/20",
  "x.com/jack/status/20",
  "not a link",
  "",
])("%j is nobody's", (url) => {
  expect(recognise(url)).toBeNull();
});

test.each([
  ["https://soundcloud.com./ines/the-swan", "https://soundcloud.com/ines/the-swan"],
  ["https://clips.twitch.tv./QuietSwan-a_B1", "https://clips.twitch.tv/QuietSwan-a_B1"],
  ["https://i.giphy.com./l0HlBO7eyXzSZkJri.gif", "https://giphy.com/gifs/l0HlBO7eyXzSZkJri"],
  ["https://geo.dailymotion.com./player.html?video=x84sh87", "https://www.dailymotion.com/video/x84sh87"],
  ["https://music.apple.com/jp/album/%E7%99%BD%E9%B3%A5/1440857781", "https://music.apple.com/jp/album/1440857781"],
])("%s leads to %s", (url, original) => {
  const found = recognise(url);
  expect(found?.provider.original(found.ref)).toBe(original);
});

test.each([
  "127.0.0.1",
  "[::1]",
  "localhost",
  "intranet",
  "a.localhost",
  "nas.local",
  "db.internal",
  "1.2.3.4",
  "a.example.",
])("%s is no host on the web: neither Mastodon's nor anybody's frame", (host) => {
  expect(isPublicHost(host)).toBe(false);
  const url = `https://${host}/@ines/109384055412614544/embed`;
  expect(recognise(url, [host])).toBeNull();
  expect(recognisePasted(url)).toBeNull();
});

test("an embed is Mastodon's by the code it was pasted with, for that host only", () => {
  const url = "https://social.example/@ines/109384055412614544/embed";
  expect(recogniseEmbed({ provider: "mastodon:social.example", url })?.provider.key).toBe("mastodon:social.example");
  expect(recogniseEmbed({ provider: "mastodon:other.example", url })).toBeNull();
  expect(recogniseEmbed({ provider: "social.example", url })).toBeNull();
});

describe("every provider, whatever stands in its address", () => {
  const addresses = fc.constantFrom(...PASTED.map(({ url }) => url));
  const known = (text: string) => recognise(text, ["social.example"]);

  test("a look-alike of its host is nobody's", () => {
    const lookAlikes = [
      (host: string) => `${host}.evil.test`,
      (host: string) => `evil-${host}`,
      (host: string) => `evil.test/${host}`,
      (host: string) => host.replace(/\.(?=[^.]*$)/, "-"),
      // A Cyrillic letter in its place: the parsed name begins with xn--.
      (host: string) =>
        host.replace(/[aeocpx]/, (letter) => ({ a: "а", e: "е", o: "о", c: "с", p: "р", x: "х" })[letter] ?? ""),
    ];
    fc.assert(
      fc.property(addresses, fc.constantFrom(...lookAlikes), (url, alike) => {
        const { host } = new URL(url);
        const changed = url.replace(/^(https?:\/\/)[^/]+/, (_, scheme: string) => scheme + alike(host));
        if (!URL.canParse(changed) || new URL(changed).host === host) return;
        // A different name below the same host is still the host's: `www-x.com` is not, `evil-www.x.com` is.
        const under = PASTED.some((row) => new URL(changed).hostname.endsWith(`.${new URL(row.url).hostname}`));
        const sameSite = alike(host).startsWith("evil-") && host.split(".").length > 2;
        if (!under && !sameSite) expect([changed, known(changed)?.provider.key]).toEqual([changed, undefined]);
      }),
    );
  });

  test("a user, a password or a port in it makes it nobody's", () => {
    fc.assert(
      fc.property(addresses, fc.constantFrom("u@", "u:p@", ":p@"), (url, user) => {
        expect(known(url.replace("://", `://${user}`))).toBeNull();
        const { host } = new URL(url);
        expect(known(url.replace(/^(https?:\/\/)[^/]+/, (_, scheme: string) => `${scheme}${host}:8443`))).toBeNull();
      }),
    );
  });

  test("quotes and markup in it never reach an address of ours, nor does what would be another path", () => {
    const dirt = fc.constantFrom(
      '"',
      "'",
      "<b>",
      "%22",
      "%3Cscript%3E",
      "%27",
      "`",
      "\\",
      "%2F..%2F",
      "%00",
      "&amp;",
      " ",
    );
    fc.assert(
      fc.property(addresses, fc.nat(), dirt, (url, where, piece) => {
        const at = new URL(url).origin.length + 1 + (where % Math.max(1, url.length - new URL(url).origin.length));
        const found = known(url.slice(0, at) + piece + url.slice(at));
        if (found === null) return;
        for (const made of [found.provider.frame(found.ref), found.provider.original(found.ref)]) {
          expect(made).not.toMatch(/["'<>`\\\s]|%22|%27|%3C|%00|\.\.\//i);
          expect(new URL(made).username).toBe("");
        }
      }),
    );
  });
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
    ["tiktok", "tiktok"],
    ["Audio Boom", "audio-boom"],
  ])("%s is %s", (printed, key) => {
    expect(providerKey(printed)).toBe(key);
  });
});

test("every provider stands in the table above, no two share a key or a printed name, facts name their source", () => {
  for (const { key } of providers) expect(KNOWN.map(({ provider }) => provider)).toContain(key);
  const names = providers.flatMap(({ key, printed }) => [key, ...printed.map((name) => name.toLowerCase())]);
  const perProvider = providers.map(
    ({ key, printed }) => new Set([key, ...printed.map((name) => name.toLowerCase())]).size,
  );
  expect(new Set(names).size).toBe(perProvider.reduce((sum, size) => sum + size, 0));
  for (const { policies, behaviour } of providers) {
    for (const said of [behaviour, policies.company, policies.cookies, policies.privacy]) {
      expect(said?.source).not.toBe("");
      expect(said?.asOf ?? "2026-11").toMatch(/^20\d\d-\d\d$/);
    }
    for (const link of [policies.cookies, policies.privacy]) expect(link?.value ?? "https://").toMatch(/^https:\/\//);
  }
});
