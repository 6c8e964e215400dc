import type { EmbedRef, Fact, Policies, Provider, Source } from "../../model/embed.ts";

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
export const NO_POLICIES: Policies = { company: null, cookies: null, privacy: null };

/** What several facts share: where they were read, and from when that is. */
export function from(source: string, asOf: string): (value: string) => Fact {
  return (value) => ({ value, source, asOf });
}

/** The policy links of the BBC's own consent notices. */
export const simorgh = from("bbc/simorgh", "2026-11");
/** Lists of policy links that consent tools keep. */
export const embedPrivacy = from("epiphyt/embed-privacy", "2026-07");
export const tarteaucitron = from("AmauriC/tarteaucitron.js", "2026-04");
/**
 * Whom a provider's own privacy policy names as responsible for readers in the European Union, as the Platform Governance
 * Archive keeps that policy: https://github.com/OpenTermsArchive/pga-versions
 */
export const ownPolicy = (file: string, asOf: string): ((value: string) => Fact) =>
  from(`OpenTermsArchive/pga-versions: ${file}`, asOf);

/** What an extension that measured the frames says of them. */
export function feedsweep(file: string): Source {
  return { source: `feedsweep: src/embeds/${file}.ts`, asOf: "2026-11" };
}

/** A reference without further parts. */
export function ref(kind: EmbedRef["kind"], id: string, options: EmbedRef["options"] = {}): EmbedRef {
  return { kind, id, options };
}

/** A parsed host name without the dot that may end it: `x.com.` is `x.com`. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, "");
}

/** Endings of names that mean a machine or a network of one's own, not a site on the web. */
const PRIVATE = /(?:^|\.)(?:localhost|local|internal|lan|intranet|home\.arpa)$/;

/** Whether a host is a name on the web: not an address in numbers, not a name of one part or of a network of one's own. */
export function isPublicHost(host: string): boolean {
  const isName = /^[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,5}\.(?=[a-z\d-]*[a-z])[a-z\d-]{2,63}$/.test(host);
  return isName && !PRIVATE.test(host);
}

/** Whether a parsed host name is one of these, or below one of them: `m.example.org` is below `example.org`. */
export function isHost(url: URL, ...hosts: readonly string[]): boolean {
  const host = hostOf(url);
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
