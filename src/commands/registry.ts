import { audit } from "./audit.ts";
import { build } from "./build.ts";
import { check } from "./check.ts";
import { clean } from "./clean.ts";
import type { Command } from "./command.ts";
import { explain } from "./explain.ts";
import { helpFor } from "./help.ts";
import { parse } from "./parse.ts";
import { schema } from "./schema.ts";
import { serve } from "./serve.ts";

const working: readonly Command[] = [build, check, serve, parse, explain, schema, audit, clean];

/**
 * Every command, in the order in which the help names them. A new one: its file, and its place in the list above.
 * These files load nothing heavy by themselves: each fetches its rooms when it runs.
 */
export const commands: readonly Command[] = [...working, helpFor(working)];
