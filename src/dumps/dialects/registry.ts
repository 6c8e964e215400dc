import type { Dialect } from "../dialect.ts";
import { bbcFlat } from "./bbc-flat.ts";
import { bbcFlatOld } from "./bbc-flat-old.ts";
import { bbcLegacy } from "./bbc-legacy.ts";
import { bbcLiveReporting } from "./bbc-live-reporting.ts";
import { bbcStructured } from "./bbc-structured.ts";
import { guardian } from "./guardian.ts";
import { plain } from "./plain.ts";
import { stamped } from "./stamped.ts";
import { untimed } from "./untimed.ts";

/**
 * Every dialect that can claim a dump. A new one: its file, and its line here. Order means something only among those that
 * are general: of these the first that claims a dump has it.
 */
export const dialects: readonly Dialect[] = [
  bbcStructured,
  bbcFlat,
  bbcLiveReporting,
  bbcFlatOld,
  bbcLegacy,
  guardian,
  stamped,
  untimed,
];

/** What reads a dump that none of them claims. */
export const lastResort: Dialect = plain;

/** The names by which an author can choose a dialect: every dialect's, the last resort's too. */
export const dialectNames: readonly string[] = [...dialects, lastResort].map(({ name }) => name);

/** The dialect of that name, or null. */
export function dialectNamed(name: string): Dialect | null {
  return [...dialects, lastResort].find((dialect) => dialect.name === name) ?? null;
}
