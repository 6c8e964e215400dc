import { loadable } from "../../view/embed.ts";
import { headersFile, nginxFile } from "../../view/hosts.ts";
import type { SiteOutput } from "./registry.ts";

const WANTED_BY = 'output "hosts"';

/** `/_headers` and `/_nginx.conf`: what only a host's headers can say. */
export const hosts: SiteOutput = {
  name: "hosts",
  files({ config, cards }) {
    const urls = cards.flatMap((card) => card.embeds);
    const origins = urls.flatMap((url) => loadable(url, config.embeds)?.provider.frameOrigins ?? []);
    return [
      { path: "_headers", content: { text: headersFile(origins) }, wantedBy: WANTED_BY },
      { path: "_nginx.conf", content: { text: nginxFile(origins) }, wantedBy: WANTED_BY },
    ];
  },
};
