import type { Config } from "../model/config.ts";
import type { EmbedParty, Provider } from "../model/embed.ts";
import type { Strings } from "../model/strings.ts";
import { loadable } from "./embed.ts";
import { type EmbedDesk, embedDesk } from "./embed-desk.ts";
import { noticeOf, type PartyTold, partyTold } from "./embed-party.ts";
import { type FrameView, frameView } from "./frame.ts";

/** One party that readers may let in, on the settings page. */
interface PartyView extends PartyTold {
  readonly key: string;
  readonly name: string;
  readonly notice: string;
  readonly asks: string;
  readonly switch: string;
}

/** `/embeds/`: who may show what on this site, and where to take it back. */
export interface EmbedsPageView {
  readonly frame: FrameView;
  readonly desk: EmbedDesk;
  readonly title: string;
  readonly about: string;
  readonly stores: string;
  readonly none: string;
  readonly withoutScript: string;
  readonly forget: string;
  readonly gpc: string;
  readonly parties: readonly PartyView[];
  /** Of a kept choice whose provider the site no longer has; `{provider}` is left for the script to fill in. */
  readonly stray: string;
  readonly strayStop: string;
}

/** The settings page. @param embeds one embed of each party on the site, or more */
export function embedsPageView(config: Config, strings: Strings, embeds: readonly EmbedParty[]): EmbedsPageView {
  const words = strings(config.lang);
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    words.say(`embeds.${key}`, values);
  const providers = new Map<string, Provider>();
  for (const embed of embeds) {
    const found = loadable(embed, config.embeds)?.provider;
    if (found !== undefined) providers.set(found.key, found);
  }
  const named = [...providers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const title = say("settings");
  return {
    frame: frameView(
      config,
      { title, description: "", path: "embeds/", lang: null, root: "../", frameOrigins: [] },
      words,
    ),
    desk: embedDesk(config, words),
    title,
    about: say("about"),
    stores: say("stores", { days: String(config.embeds.days) }),
    none: say("none"),
    withoutScript: say("without-script"),
    forget: say("forget"),
    gpc: say("gpc"),
    stray: say("stray"),
    strayStop: say("stop"),
    parties: named.map((provider) => ({
      key: provider.key,
      name: provider.name,
      notice: noticeOf(provider),
      ...partyTold(provider, words),
      asks: say("asks"),
      switch: say("switch", { provider: provider.name }),
    })),
  };
}
