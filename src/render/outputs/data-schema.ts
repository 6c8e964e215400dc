import { liveBlogDataJsonSchema } from "../../data/live-blog.ts";
import { json } from "../json.ts";
import type { SiteOutput } from "./registry.ts";

/** `/liveblog.schema.json`: what each field of a `liveblog.json` means, kept beside the data for as long as that is. */
export const dataSchema: SiteOutput = {
  name: "data-schema",
  files: () => [
    {
      path: "liveblog.schema.json",
      content: { text: json(liveBlogDataJsonSchema()) },
      wantedBy: 'output "data-schema"',
    },
  ],
};
