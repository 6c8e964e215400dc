import type { EmbedRef, Provider } from "../../model/embed.ts";
import { x } from "./x.ts";
import { youtube } from "./youtube.ts";

/** Every provider that can be loaded on a reader's click. A new one: its file, and its line here. */
export const providers: readonly Provider[] = [x, youtube];

/** An embed's provider, and what it is there. */
export interface Recognised {
  readonly provider: Provider;
  readonly ref: EmbedRef;
}

/** The provider with that key, or null. */
export function providerOf(key: string): Provider | null {
  return providers.find((provider) => provider.key === key) ?? null;
}

/**
 * What a URL points at, if it is a thing of a known provider. Only http and https URLs without credentials count.
 * Null for everything else, text that is no URL included.
 */
export function recognise(text: string): Recognised | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if ((url.protocol !== "https:" && url.protocol !== "http:") || url.username !== "" || url.password !== "")
    return null;
  for (const provider of providers) {
    const ref = provider.match(url);
    if (ref !== null) return { provider, ref };
  }
  return null;
}

/**
 * The registry key for a name that a dump prints: `Twitter` → `x`, `Google YouTube` → `youtube`.
 * A provider that nobody here knows keeps its name, lower case with hyphens: `Audio Boom` → `audio-boom`.
 */
export function providerKey(printed: string): string {
  const known = providers.find((provider) =>
    provider.printed.some((name) => name.toLowerCase() === printed.trim().toLowerCase()),
  );
  return (
    known?.key ??
    printed
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
  );
}
