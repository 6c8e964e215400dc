import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { excerptAt } from "./excerpt.ts";
import { summarise, worstFirst } from "./order.ts";
import { type Paint, paintFor } from "./paint.ts";
import { visible } from "./visible.ts";

export interface TextOptions {
  /** Whether the reader's terminal shows colours: the caller knows. */
  readonly colour: boolean;
}

/** Of one code in one file this many are shown; nobody reads the fortieth. Errors are all shown: each needs mending. */
const SHOWN: Readonly<Record<Severity, number>> = { error: Number.POSITIVE_INFINITY, warning: 10, note: 3 };

/**
 * Diagnostics for eyes: the worst first, each with its line and a caret, a summary last. Empty where there are none.
 *
 * ```
 * content/stowford/1132-record.md:3:7  error  time-impossible
 *   "25:10" is not a time of day.
 *    3 | time: 25:10
 *      |       ^
 *   fix: write it as 24-hour HH:MM, for example 11:32
 * ```
 */
export function formatText(diagnostics: readonly Diagnostic[], { colour }: TextOptions): string {
  if (diagnostics.length === 0) return "";
  const paint = paintFor(colour);
  const parts: string[] = [];
  for (const { shown, more } of fold(worstFirst(diagnostics))) {
    parts.push(formatOne(shown, paint));
    if (more > 0) parts.push(paint("dim", `  … and ${more} more ${shown.code} in ${visible(shown.file)}`));
    parts.push("");
  }
  return `${parts.join("\n")}\n${paint("bold", summarise(diagnostics))}\n`;
}

/** What is shown, and with the last of its kind in its file how many more there are. */
function fold(diagnostics: readonly Diagnostic[]): readonly { shown: Diagnostic; more: number }[] {
  const kindOf = ({ severity, code, file }: Diagnostic) => [severity, code, file].join("\0");
  const totals = new Map<string, number>();
  for (const kind of diagnostics.map(kindOf)) totals.set(kind, (totals.get(kind) ?? 0) + 1);
  const seen = new Map<string, number>();
  return diagnostics.flatMap((shown) => {
    const kind = kindOf(shown);
    const total = totals.get(kind) ?? 0;
    const n = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, n);
    // Folding a single one away would save no line.
    const limit = total <= SHOWN[shown.severity] + 1 ? total : SHOWN[shown.severity];
    return n > limit ? [] : [{ shown, more: n === limit ? total - n : 0 }];
  });
}

function formatOne(diagnostic: Diagnostic, paint: Paint): string {
  const { file, line, column, severity, code, message, hint } = diagnostic;
  const place = paint("bold", `${visible(file)}:${line}:${column}`);
  const head = `${place}  ${paint(severity, severity)}  ${code}`;
  const fix = hint === "" ? [] : [`  fix: ${indent(hint)}`];
  return [head, `  ${indent(message)}`, ...excerptLines(diagnostic, paint), ...fix].join("\n");
}

function excerptLines({ excerpt, line, column, severity }: Diagnostic, paint: Paint): readonly string[] {
  if (excerpt === null) return [];
  const { text, caret } = excerptAt(excerpt, column);
  const gutter = `   ${line} |`;
  const below = `${" ".repeat(gutter.length - 1)}|`;
  return [
    `${paint("dim", gutter)} ${text}`.trimEnd(),
    `${paint("dim", below)} ${" ".repeat(caret)}${paint(severity, "^")}`,
  ];
}

/** A message of several lines stays below its head. */
function indent(text: string): string {
  return text.split("\n").map(visible).join("\n  ");
}
