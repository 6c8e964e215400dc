import { loadable } from "../../view/embed.ts";
import { apacheFile, headersFile, nginxFile } from "../../view/hosts.ts";
import type { SiteOutput } from "./registry.ts";

const WANTED_BY = 'output "hosts"';

/** `/_headers`, `/_nginx.conf` and `/_apache.conf`: what only a host's headers can say. */
export const hosts: SiteOutput = {
  name: "hosts",
  files({ config, cards }) {
    const embeds = cards.flatMap((card) => card.embeds);
    const origins = embeds.flatMap((embed) => loadable(embed, config.embeds)?.provider.frameOrigins ?? []);
    return [
      { path: "_headers", content: { text: headersFile(config, origins) }, wantedBy: WANTED_BY },
      { path: "_nginx.conf", content: { text: nginxFile(config, origins) }, wantedBy: WANTED_BY },
      { path: "_apache.conf", content: { text: apacheFile(config, origins) }, wantedBy: WANTED_BY },
    ];
  },
};
