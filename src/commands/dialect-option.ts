import type { Dialect } from "../dumps/dialect.ts";
import { quote, suggestion } from "./arguments.ts";

/** Option of the commands that read dumps: which dialect they are read as. */
export const DIALECT_OPTION = { dialect: { type: "string" } } as const;

/** The dialect that was typed, null where none was; or what is wrong with it, as a sentence. */
export async function dialectOf({
  dialect: typed,
}: {
  readonly dialect?: string | undefined;
}): Promise<{ readonly dialect: Dialect | null } | { readonly wrong: string }> {
  if (typed === undefined) return { dialect: null };
  const { dialectNamed, dialectNames } = await import("../dumps/dialects/registry.ts");
  const dialect = dialectNamed(typed);
  if (dialect !== null) return { dialect };
  const all = `The dialects are ${dialectNames.join(", ")}.`;
  return { wrong: `There is no dialect ${quote(typed)}.${suggestion(typed, dialectNames)}\n${all}` };
}
