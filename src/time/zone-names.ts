/** What a zone's name means: one offset and the short name that a page sets beside a time. */
export interface Zone {
  readonly short: string;
  readonly offset: string;
}

/** Names of one offset each: the short name, the offset, and other spellings. */
const FIXED: readonly string[] = [
  "UTC +00:00 coordinated universal time, universal time, z",
  "GMT +00:00 greenwich mean time, amser safonol greenwich",
  "WET +00:00 western european time",
  "WEST +01:00 western european summer time",
  "CET +01:00 central european time, central european standard time, mez",
  "CEST +02:00 central european summer time, mesz",
  "EET +02:00 eastern european time",
  "EEST +03:00 eastern european summer time",
  "MSK +03:00 moscow time, moscow standard time",
  "TRT +03:00 turkey time",
  "WAT +01:00 west africa time",
  "CAT +02:00 central africa time",
  "SAST +02:00 south africa standard time, south african standard time",
  "EAT +03:00 east africa time",
  "PKT +05:00 pakistan standard time",
  "NPT +05:45 nepal time",
  "ICT +07:00 indochina time",
  "WIB +07:00 western indonesia time",
  "SGT +08:00 singapore time, singapore standard time",
  "HKT +08:00 hong kong time",
  "MYT +08:00 malaysia time",
  "PHT +08:00 philippine time",
  "JST +09:00 japan standard time, japan time",
  "KST +09:00 korea standard time",
  "AWST +08:00 australian western standard time",
  "ACST +09:30 australian central standard time",
  "ACDT +10:30 australian central daylight time",
  "AEST +10:00 australian eastern standard time",
  "AEDT +11:00 australian eastern daylight time",
  "NZST +12:00 new zealand standard time",
  "NZDT +13:00 new zealand daylight time",
  "NDT -02:30 newfoundland daylight time",
  "ADT -03:00 atlantic daylight time",
  "MDT -06:00 mountain daylight time",
  "PDT -07:00 pacific daylight time",
  "AKST -09:00 alaska standard time",
  "AKDT -08:00 alaska daylight time",
  "HST -10:00 hawaii standard time",
  "BRT -03:00 brasilia time",
  "ART -03:00 argentina time",
];

/**
 * Full names that say which of several zones they mean: the initials alone (`shared-initials.ts`) do not.
 * `British Summer Time` is no longer in doubt where `BST` is.
 */
const SPELT_OUT: readonly string[] = [
  "BST +01:00 british summer time, amser haf prydain",
  "BST +06:00 bangladesh standard time",
  "IST +05:30 india standard time, indian standard time",
  "IST +01:00 irish standard time, irish summer time",
  "IST +02:00 israel standard time",
  "CST -06:00 central standard time",
  "CST +08:00 china standard time",
  "CDT -05:00 central daylight time",
  "EST -05:00 eastern standard time",
  "EDT -04:00 eastern daylight time",
  "MST -07:00 mountain standard time",
  "PST -08:00 pacific standard time",
  "AST -04:00 atlantic standard time",
  "AST +03:00 arabia standard time",
  "GST +04:00 gulf standard time",
];

/** Names of clocks that change their offset with the season: the day decides. */
const CIVIL: readonly string[] = [
  "America/New_York et, eastern time, us eastern time, us eastern, new york time",
  "America/Chicago ct, central time, us central time",
  "America/Denver mt, mountain time",
  "America/Los_Angeles pt, pacific time, us pacific time",
  "Europe/London uk time, uk, london time, british time",
  "Europe/Dublin irish time, dublin time",
  "Europe/Paris paris time, heure de paris",
  "Europe/Madrid hora peninsular",
  "Australia/Sydney aet, sydney time",
  "Asia/Kolkata india time",
];

function fixed(rows: readonly string[]): [string, Zone][] {
  return rows.flatMap((row) => {
    const [short = "", offset = "", ...others] = row.split(" ");
    return namesIn(others).map((name): [string, Zone] => [name, { short, offset }]);
  });
}

const namesIn = (words: readonly string[]): string[] =>
  words
    .join(" ")
    .split(", ")
    .filter((name) => name !== "");

/** Names of one offset, folded to lower case. */
export const FIXED_ZONES: ReadonlyMap<string, Zone> = new Map([
  ...FIXED.map((row): [string, Zone] => {
    const [short = "", offset = ""] = row.split(" ");
    return [short.toLowerCase(), { short, offset }];
  }),
  ...fixed(FIXED),
  ...fixed(SPELT_OUT),
]);

/** Names of civil clocks, folded: their IANA zone. */
export const CIVIL_ZONES: ReadonlyMap<string, string> = new Map(
  CIVIL.flatMap((row) => {
    const [timezone = "", ...names] = row.split(" ");
    return namesIn(names).map((name): [string, string] => [name, timezone]);
  }),
);
