import type { Dump } from "../model/dump.ts";
import type { Post } from "../model/live-blog.ts";
import type { Setting } from "./setting.ts";

/** Why a post whose dump prints a clock time has no instant, as a clause: what nobody says, or what cannot be. */
export function whyNoInstant({ origins: [origin] }: Post, setting: Setting): string {
  const { sources, diagnostics } = setting;
  const dump = sources.dumps.find((source) => source.dump.file === origin.file)?.dump;
  const entry = dump?.entries.find(({ start }) => origin.kind === "dump" && start === origin.start);
  if (dump === undefined || entry === undefined || entry.stamp === null) return "which nobody can place on a day";
  const { stamp } = entry;
  const { date = null, timezone = null } = sources.folder?.index ?? {};
  const dayless = date === null && (stamp.date === null || stamp.date.startsWith("--"));
  const clockless = timezone === null && stamp.zone === null;
  const lacking = [
    ...(dayless ? [{ says: "on what day", key: "`date`" }] : []),
    ...(clockless ? [{ says: "on whose clock", key: "`timezone`" }] : []),
  ];
  if (lacking.length > 0) {
    const says = lacking.map((each) => each.says).join(" or ");
    return `which does not say ${says}; ${lacking.map(({ key }) => key).join(" and ")} in index.md would`;
  }
  const own = diagnostics.filter(({ file }) => file === dump.file);
  if (own.some(({ code, line }) => code === "time-skipped" && line === entry.start)) {
    return `but no clock of ${timezone} showed it on that day: it was put forward over that hour`;
  }
  const isAmbiguous = own.some(
    ({ code, line }) => code === "zone-ambiguous" && zonePrintedAt(dump, line) === stamp.zone,
  );
  if (stamp.zone !== null && isAmbiguous) {
    const settles = timezone === null ? "`timezone` in index.md would say which" : `${timezone} settles none of them`;
    return `whose zone, \`${stamp.zone}\`, is the name of several clocks; ${settles}`;
  }
  return "which does not say on what day, and nothing beside it proves one";
}

/** The zone that the entry at a line prints: the warning of a zone stands at the first entry that has it. */
const zonePrintedAt = ({ entries }: Dump, line: number): string | null =>
  entries.find(({ start }) => start === line)?.stamp?.zone ?? null;
