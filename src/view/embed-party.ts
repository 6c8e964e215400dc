import type { Provider } from "../model/embed.ts";
import type { Words } from "../model/strings.ts";
import { fingerprint } from "./fingerprint.ts";

export interface LabelledLink {
  readonly href: string;
  readonly label: string;
}

/** What readers are told of a party before they let it in: beside each embed, and on the page of settings. */
export interface PartyTold {
  readonly explanation: string;
  readonly policies: readonly LabelledLink[];
}

/** What a reader is told of a provider, shortened: where it changes, an older "always" no longer counts (T13). */
export function noticeOf({ name, policies }: Provider): string {
  const { company, cookies, privacy } = policies;
  return fingerprint(JSON.stringify([name, ...[company, cookies, privacy].map((fact) => fact?.value ?? null)]));
}

/** Who receives what, and links to what the party says about itself, as far as a source for them is known. */
export function partyTold({ name: provider, policies, referrer }: Provider, words: Words): PartyTold {
  const { company, cookies, privacy } = policies;
  const who = company === null ? [] : [words.say("embeds.company", { provider, company: company.value })];
  const tells = words.say(referrer === "no-referrer" ? "embeds.tells" : "embeds.tells-site", { provider });
  const links = [
    { fact: cookies, key: "embeds.cookies" },
    { fact: privacy, key: "embeds.privacy" },
  ];
  return {
    explanation: [...who, tells].join(" "),
    policies: links.flatMap(({ fact, key }) =>
      fact === null ? [] : [{ href: fact.value, label: words.say(key, { provider }) }],
    ),
  };
}
