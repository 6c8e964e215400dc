import { readArguments, wrongUse } from "./arguments.ts";
import type { Command } from "./command.ts";

const HELP = `afterlive schema: the keys that a file may have, as a JSON Schema

Editors read it to complete and check what you type. The package holds them as files, in lib/schemas/.

  npx afterlive schema config       afterlive.config.json
  npx afterlive schema live-blog    the front matter of a live blog's index.md
  npx afterlive schema post         the front matter of a post or an amendment
  npx afterlive schema parse        what "parse --json" prints
  npx afterlive schema explain      what "explain --json" prints
  npx afterlive schema liveblog     what a site publishes of each live blog as liveblog.json

Example
  npx afterlive schema config > afterlive.config.schema.json
`;

const SCHEMAS: Readonly<Record<string, () => Promise<object>>> = {
  config: async () => (await import("../config/schema.ts")).configJsonSchema(),
  "live-blog": liveBlog,
  post: async () => (await import("../posts/schema/post.ts")).postJsonSchema(),
  parse: async () => (await import("./parse-schema.ts")).parsedFilesJsonSchema(),
  explain: async () => (await import("./explain-schema.ts")).explanationJsonSchema(),
  liveblog: async () => (await import("../data/live-blog.ts")).liveBlogDataJsonSchema(),
};

async function liveBlog(): Promise<object> {
  const { liveBlogJsonSchema } = await import("../posts/schema/live-blog.ts");
  const { dialectNames } = await import("../dumps/dialects/registry.ts");
  return liveBlogJsonSchema(dialectNames);
}

/** Prints the JSON Schema of the config or of a kind of front matter. */
export const schema: Command = {
  name: "schema",
  summary: "the keys of a file, as a JSON Schema for your editor",
  help: HELP,
  async run(argv, terminal) {
    const args = readArguments(argv, {}, true);
    if ("wrong" in args) return wrongUse(terminal, "schema", args.wrong);
    const [name = "", ...more] = args.files;
    const make = SCHEMAS[name];
    if (make === undefined || more.length > 0) {
      return wrongUse(terminal, "schema", `Say which one: ${Object.keys(SCHEMAS).join(", ")}.`);
    }
    terminal.out(`${JSON.stringify(await make(), null, 2)}\n`);
    return 0;
  },
};
