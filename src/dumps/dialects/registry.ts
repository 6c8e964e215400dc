import type { Dialect } from "../dialect.ts";
import { bbcFlat } from "./bbc-flat.ts";
import { bbcStructured } from "./bbc-structured.ts";
import { plain } from "./plain.ts";

/** Every dialect that can claim a dump. A new one: its file, and its line here. Their order means nothing. */
export const dialects: readonly Dialect[] = [bbcStructured, bbcFlat];

/** What reads a dump that none of them claims. */
export const lastResort: Dialect = plain;
