import { formatGithub } from "../report/format-github.ts";
import { formatJson, type Report } from "../report/format-json.ts";
import { formatText } from "../report/format-text.ts";
import { quote, suggestion } from "./arguments.ts";
import type { Terminal } from "./command.ts";

/** Options of every command that reports. */
export const FORMAT_OPTIONS = {
  json: { type: "boolean" },
  format: { type: "string" },
} as const;

const FORMATS = ["text", "github", "json"] as const;

export type Format = (typeof FORMATS)[number];

/** How to report, from what was typed; or what is wrong with it, as a sentence. */
export function formatOf(values: {
  readonly json?: boolean | undefined;
  readonly format?: string | undefined;
}): { readonly format: Format } | { readonly wrong: string } {
  const typed = values.format ?? (values.json === true ? "json" : "text");
  const format = FORMATS.find((known) => known === typed);
  if (format === undefined) {
    return {
      wrong: `There is no format ${quote(typed)}; there are text, github and json.${suggestion(typed, FORMATS)}`,
    };
  }
  if (values.json === true && format !== "json") return { wrong: `--json and --format ${format} exclude each other.` };
  return { format };
}

/** Prints what a run found. With `json`, that object is all there is on standard output. */
export function printReport(report: Report, format: Format, terminal: Terminal): void {
  const texts = {
    text: () => formatText(report.diagnostics, { colour: terminal.colour }),
    github: () => formatGithub(report.diagnostics),
    json: () => formatJson(report),
  };
  terminal.out(texts[format]());
}
