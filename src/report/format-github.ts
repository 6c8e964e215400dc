import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { summarise, worstFirst } from "./order.ts";
import { visible } from "./visible.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** GitHub shows ten annotations of each level a step and drops the others without a word. */
const SHOWN_BY_GITHUB = 10;

/**
 * Diagnostics as annotations of GitHub Actions, the worst first and ten of each severity, and a summary:
 * `::error file=content/a.md,line=3,col=7,title=time-impossible::"25:10" is not a time%0Afix: …`
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  const sorted = worstFirst(diagnostics);
  const shown = (["error", "warning", "note"] as const).flatMap((severity) =>
    sorted.filter((diagnostic) => diagnostic.severity === severity).slice(0, SHOWN_BY_GITHUB),
  );
  const left = sorted.length - shown.length;
  const more = left === 0 ? "" : ` (${left} not shown: GitHub shows ten of a kind; --json has all)`;
  return `${[...shown.map(annotation), `${summarise(diagnostics)}${more}`].join("\n")}\n`;
}

function annotation({ severity, file, line, column, code, message, hint }: Diagnostic): string {
  const properties = { file, line: String(line), col: String(column), title: code };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const words = hint === "" ? message : `${message}\nfix: ${hint}`;
  return `::${LEVELS[severity]} ${list.join(",")}::${escapeData(words)}`;
}

/** Line ends are data here; a dump's text must not begin a command of its own on a line of its own. */
function escapeData(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => visible(line).replaceAll("%", "%25"))
    .join("%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
