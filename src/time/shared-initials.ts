import type { Zone } from "./zone-names.ts";

/** The places of Australia whose clocks go forward in summer, and those that stay. */
const AUSTRALIA_SUMMER =
  "Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra Australia/ACT Australia/NSW Australia/Victoria Australia/Tasmania";
const AUSTRALIA_EAST = `${AUSTRALIA_SUMMER} Australia/Brisbane Australia/Lindeman Australia/Queensland`;

/**
 * Initials that several clocks go by: an offset, and the zones whose clock is called so at that offset. That a zone keeps the
 * offset is not enough: in July London is where Dublin is, and never calls it IST. Where the offset is marked `!` it is meant
 * unless the live blog's own zone is one of the others: nobody outside Bangladesh reads BST as +06:00. The rest mean nothing
 * until the live blog's zone settles them.
 */
const INITIALS: readonly string[] = [
  "BST !+01:00",
  "BST +06:00 Asia/Dhaka Asia/Dacca",
  "EST !-05:00",
  `EST +10:00 ${AUSTRALIA_EAST}`,
  `EST +11:00 ${AUSTRALIA_SUMMER}`,
  "EDT !-04:00",
  `EDT +11:00 ${AUSTRALIA_SUMMER}`,
  "CDT !-05:00",
  "CDT -04:00 America/Havana Cuba",
  "PST !-08:00",
  "PST +08:00 Asia/Manila",
  "MST !-07:00",
  "MST +08:00 Asia/Kuala_Lumpur Asia/Kuching",
  "MST +06:30 Asia/Yangon Asia/Rangoon",
  "IST +05:30 Asia/Kolkata Asia/Calcutta",
  "IST +01:00 Europe/Dublin Eire",
  "IST +02:00 Asia/Jerusalem Asia/Tel_Aviv Israel",
  "CST -06:00 America/Chicago America/Indiana/Knox America/Indiana/Tell_City America/Knox_IN America/Menominee America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem CST6CDT US/Central US/Indiana-Starke",
  "CST -06:00 America/Rainy_River America/Rankin_Inlet America/Regina America/Resolute America/Swift_Current America/Winnipeg Canada/Central Canada/Saskatchewan",
  "CST -06:00 America/Bahia_Banderas America/Cancun America/Chihuahua America/Matamoros America/Merida America/Mexico_City America/Monterrey America/Ojinaga Mexico/General",
  "CST -06:00 America/Belize America/Costa_Rica America/El_Salvador America/Guatemala America/Managua America/Tegucigalpa",
  "CST +08:00 Asia/Shanghai Asia/Chongqing Asia/Chungking Asia/Harbin PRC Asia/Macau Asia/Macao Asia/Taipei ROC",
  "CST -05:00 America/Havana Cuba",
  "AST -04:00 America/Glace_Bay America/Goose_Bay America/Halifax America/Moncton America/Blanc-Sablon Canada/Atlantic Atlantic/Bermuda America/Thule",
  "AST -04:00 America/Anguilla America/Antigua America/Aruba America/Barbados America/Curacao America/Dominica America/Grenada America/Guadeloupe America/Kralendijk America/Lower_Princes America/Marigot America/Martinique America/Montserrat",
  "AST -04:00 America/Port_of_Spain America/Puerto_Rico America/Santo_Domingo America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent America/Tortola America/Virgin",
  "AST +03:00 Asia/Riyadh Asia/Kuwait Asia/Aden Asia/Baghdad Asia/Bahrain Asia/Qatar",
  "GST +04:00 Asia/Dubai Asia/Muscat",
  "GST -02:00 Atlantic/South_Georgia",
  "WST +08:00 Australia/Perth Australia/West",
  "WST +13:00 Pacific/Apia",
  "SST -11:00 Pacific/Pago_Pago Pacific/Midway Pacific/Samoa US/Samoa",
  "SST +08:00 Asia/Singapore Singapore",
];

/** What initials mean that several clocks go by. */
interface Shared {
  /** What they mean where nothing says otherwise; null where nobody can say. */
  readonly usual: Zone | null;
  /** The zones whose clocks are called so, each with the offset: `Europe/Dublin +01:00`. */
  readonly kept: ReadonlySet<string>;
}

const sharedInitials = (): ReadonlyMap<string, Shared> => {
  const found = new Map<string, Shared>();
  for (const row of INITIALS) {
    const [short = "", marked = "", ...zones] = row.split(" ");
    const offset = marked.replace("!", "");
    const { usual, kept } = found.get(short.toLowerCase()) ?? { usual: null, kept: [] };
    found.set(short.toLowerCase(), {
      usual: marked === offset ? usual : { short, offset },
      kept: new Set([...kept, ...zones.map((zone) => `${zone} ${offset}`)]),
    });
  }
  return found;
};

/** Initials that several clocks go by, folded. */
export const SHARED_INITIALS: ReadonlyMap<string, Shared> = sharedInitials();
