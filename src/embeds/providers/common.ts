import type { EmbedRef, Policies, Provider } from "../../model/embed.ts";

/**
 * What a frame may do. Never `allow-top-navigation`: no embed may take the page away from its reader.
 * Twitch documents the first seven (dev.twitch.tv/docs/embed); the last two are for sign-in forms and casting.
 */
export const SANDBOX: readonly string[] = [
  "allow-scripts",
  "allow-same-origin",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-modals",
  "allow-storage-access-by-user-activation",
  "allow-presentation",
  "allow-forms",
];

/** What a player may ask for beside playing; nothing that records or locates. */
export const PLAYER: readonly string[] = ["fullscreen", "picture-in-picture", "encrypted-media"];

/** A provider's usual answers; its own file says what differs. */
export const USUAL = {
  printed: [],
  maxWidth: null,
  height: () => null,
  ask: null,
  allow: ["fullscreen"],
  sandbox: SANDBOX,
  referrer: "no-referrer",
  hostParameter: null,
} as const satisfies Partial<Provider>;

export const WIDE = { ratio: 16 / 9 } as const;
export const TALL = { ratio: 9 / 16 } as const;

/** No page that we could read states this provider's policies, so none is shown. */
export const NO_POLICIES: Policies = {
  company: null,
  cookies: null,
  privacy: null,
  source: "no source found",
  asOf: "2026-11",
};

/** A reference without further parts. */
export function ref(kind: EmbedRef["kind"], id: string, options: EmbedRef["options"] = {}): EmbedRef {
  return { kind, id, options };
}

/** Whether a parsed host name is one of these, or below one of them: `m.example.org` is below `example.org`. */
export function isHost(url: URL, ...hosts: readonly string[]): boolean {
  const host = url.hostname.replace(/\.$/, "");
  return hosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/** The parts of a path, empty ones left out: `/a//b/` → `a`, `b`. */
export function segments(url: URL): readonly string[] {
  return url.pathname.split("/").filter((part) => part !== "");
}

/** The parameter's value where it is of a strict class, else null. */
export function parameter(url: URL, name: string, strict: RegExp): string | null {
  const value = url.searchParams.get(name);
  return value !== null && strict.test(value) ? value : null;
}
