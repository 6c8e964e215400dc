import { type ParseArgsConfig, parseArgs } from "node:util";
import { visible } from "../report/visible.ts";
import { didYouMean } from "../schema/suggest.ts";
import type { ExitCode, Terminal } from "./command.ts";

type OptionTable = NonNullable<ParseArgsConfig["options"]>;

type Parsed<O extends OptionTable> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true; args: string[] }>
>;

/** What was typed, by name; or what is wrong with it, as a sentence. */
export type Arguments<O extends OptionTable> =
  | { readonly values: Parsed<O>["values"]; readonly files: readonly string[] }
  | { readonly wrong: string };

/**
 * Reads what was typed after a command's name.
 * @param takesFiles whether words that are no options are welcome
 */
export function readArguments<const O extends OptionTable>(
  argv: readonly string[],
  options: O,
  takesFiles = false,
): Arguments<O> {
  const wrong = findFault(argv, options, takesFiles);
  if (wrong !== null) return { wrong };
  const { values, positionals } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
  return { values, files: positionals };
}

/** Reads loosely first: node's own errors know nothing of what was meant. */
function findFault(argv: readonly string[], options: OptionTable, takesFiles: boolean): string | null {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional" && !takesFiles) {
      return `This command takes no files or folders, but was given ${quote(token.value)}.`;
    }
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const meant = didYouMean(token.name, Object.keys(options));
      return `There is no option ${visible(token.rawName)} here.${meant === null ? "" : ` Did you mean --${meant}?`}`;
    }
    if (option.type === "boolean" && token.value !== undefined) return `${token.rawName} takes no value.`;
    if (
      option.type === "string" &&
      (token.value === undefined || (!token.inlineValue && token.value.startsWith("-")))
    ) {
      return `${token.rawName} needs a value after it.`;
    }
  }
  return null;
}

/** Something typed, ready to print within a sentence. */
export function quote(typed: string): string {
  return `"${visible(typed)}"`;
}

/** ` Did you mean build?`, or nothing where no known word is near. */
export function suggestion(typed: string, known: readonly string[]): string {
  const meant = didYouMean(typed, known);
  return meant === null ? "" : ` Did you mean ${meant}?`;
}

/** Says what was wrong with what was typed, and where the right use is explained. */
export function wrongUse(terminal: Terminal, command: string | null, wrong: string): ExitCode {
  terminal.err(`${wrong}\nHow it is used: npx afterlive help${command === null ? "" : ` ${command}`}\n`);
  return 2;
}
