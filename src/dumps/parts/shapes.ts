/**
 * What a single line looks like, judged by its shape alone: how long it is, how it ends, which words are capitalised, and a
 * few of the commonest words of English. No rule here knows a place, a person or an event. All take collapsed words.
 */

import { words } from "./lines.ts";

/** No label, name or role is longer; the bound also keeps every pattern below on short text. */
export const LONGEST_LABEL = 120;

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that only a sentence has: its verb or its pronoun. */
const SENTENCE_WORDS = set(
  "am is are was were be been has have had will would can could should may might must do does did don't doesn't didn't " +
    "can't won't isn't aren't it's i'm i've i'll we're we've we'll you're you've they're they've he's she's that's there's " +
    "here's let's what's says said say tells told thinks knows makes made takes took gets got goes went comes came gives gave " +
    "i we you he she it they us him them this these those there here",
);

/** Words that open a phrase hanging on something else. */
const OPENING_WORDS = set(
  "in on at by for from with as after before during while when if since until with without to of and but or so because " +
    "meanwhile earlier then also yes no well thanks thank please send tell watch listen read see follow share get find click",
);

/** A line that ends in one of these names an event, not a person. */
const EVENT_WORDS = set(
  "race races final finals semi-final semi-finals quarter-final quarter-finals heat heats round match game games cup league " +
    "championship championships open marathon relay tour prix derby test series stage event events day night session " +
    "qualifying practice medal medals table results standings news weather travel traffic sport live latest reaction " +
    "analysis preview review comments football rugby cricket tennis golf athletics cycling swimming boxing rowing sailing " +
    "hockey election debate budget report masters nations olympics paralympics premiership national trophy tournament " +
    "team teams line-ups squads fixtures gossip views texts tweets quiz coverage gallery facts stats verdict interview papers",
);

/** Small words inside names. */
const NAME_PARTICLES = set("de da di do dos del della la le van von der den ter bin bint al el ap ab of the y e");

/** Words of what somebody does. */
const ROLE_WORDS = set(
  "reporter reporters correspondent editor presenter producer journalist commentator analyst pundit expert columnist " +
    "champion medallist winner captain coach manager player striker goalkeeper defender midfielder driver rider runner " +
    "rower swimmer boxer jockey minister secretary mp mep msp spokesman spokeswoman spokesperson professor doctor author " +
    "writer blogger photographer forecaster meteorologist director chairman chairwoman chief former ex reporting team desk " +
    "staff online local live sport sports news radio tv breakfast leader chancellor president mayor councillor senator governor " +
    "ambassador commissioner officer inspector superintendent bishop judge barrister solicitor lawyer economist historian " +
    "scientist researcher lecturer academic teacher nurse paramedic firefighter campaigner organiser volunteer resident " +
    "farmer owner singer actor musician novelist poet critic referee umpire physio caddie gohebydd cyflwynydd golygydd " +
    "newyddiadurwr gweinidog university college institute hospital foundation newspaper magazine prifysgol",
);

/** Houses that name their channels and newsrooms after themselves. */
const BROADCASTERS = [...set("BBC Radio ITV Sky Channel S4C RTE RTÉ CNN CBS NBC ABC Eurosport")];

/** The link mark that stands behind a link's words. */
const LINK_MARK = ", external";

/** How many words a text of collapsed words has. */
export function wordCount(text: string): number {
  let words = text === "" ? 0 : 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words++;
  return words;
}

/** A text without the marks around its words. */
const unmarked = (text: string): string => text.replaceAll("’", "'").replaceAll(/[^\p{L}\p{N}' -]/gu, "");

/** The same in lower case. */
const bare = (text: string): string => unmarked(text).toLowerCase();

/** Ends as a sentence does: `.`, `!`, `?`, `…`, `:` or `;`, with or without a closing quotation mark or bracket. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;]["'”’»)\]]*$/u.test(text.slice(-6));
}

/**
 * Has a verb or a pronoun that labels, names and picture texts do without. Small letters tell them from names that are
 * spelled alike: `Will Craik`, `Theresa May`, `US`; a capital at the start counts where no capital follows (`Will it rain`).
 */
export function hasSentenceWord(text: string): boolean {
  const parts = (/[^a-zA-Z0-9' -]/.test(text) ? unmarked(text) : text).split(" ");
  return parts.some((word, at) => {
    if (SENTENCE_WORDS.has(word)) return true;
    const opens = at === 0 && !/^\p{Lu}{2}/u.test(word) && !/^\p{Lu}/u.test(parts[1] ?? "");
    return (opens || word === "I" || word.startsWith("I'")) && SENTENCE_WORDS.has(word.toLowerCase());
  });
}

/** Hashtags and nothing else, or a few words around one: `#GetInspired`, `Tweet us on #GetInspired`. */
export function isHashtagLabel(text: string): boolean {
  if (text.length > LONGEST_LABEL || endsSentence(text) || !/(?:^|\s)#[\p{L}\p{N}_]+$/u.test(text)) return false;
  const plain = text.split(" ").filter((word) => !word.startsWith("#"));
  return plain.length <= 4 && !plain.some((word) => /[:,]$/.test(word));
}

/** Hashtags and nothing else. */
export function isBareHashtag(text: string): boolean {
  return text.length <= LONGEST_LABEL && text.split(" ").every((word) => /^#[\p{L}\p{N}_]+$/u.test(word));
}

/** `BBC Two`, `Sky Sports News`: a channel or a newsroom, not a person. */
export function isOutlet(text: string): boolean {
  return (
    text.length <= 60 &&
    BROADCASTERS.some((name) => text.startsWith(name) && text[name.length] === " ") &&
    wordCount(text) <= 6 &&
    /^\S+ [\p{Lu}\p{N}]/u.test(text) &&
    !endsSentence(text) &&
    !hasSentenceWord(text)
  );
}

/** `Barrow`, `d'Ambry`, `al-Karim`, `J.P.` */
const NAME_PART = /^(?:(?:d|l|al|el|ad|as|ul)['’-])?\p{Lu}[\p{L}'’-]*\.?$|^(?:\p{Lu}\.){2,4}$/u;

/** `Ines Barrow`, `Dame Nell van der Tewke`: two to five capitalised words and small words of names between them. */
export function isPersonName(text: string): boolean {
  if (text.length > 60 || isOutlet(text)) return false;
  const parts = text.split(" ");
  if (parts.length < 2 || parts.length > 5) return false;
  const named = parts.every((part, index) => NAME_PART.test(part) || (index > 0 && NAME_PARTICLES.has(part)));
  const last = parts.at(-1) ?? "";
  return (
    named &&
    !last.endsWith(".") &&
    !NAME_PARTICLES.has(last) &&
    !parts.some((part) => /['’]s?$/.test(part)) &&
    !parts.some((part) => EVENT_WORDS.has(part.toLowerCase())) &&
    text !== text.toUpperCase()
  );
}

/** What can stand over a role: mostly capitalised words, no sentence. Wider than a person's name: `BBC Radio 5 live`. */
export function isNameLine(text: string): boolean {
  if (text.length > 80 || endsSentence(text) || hasSentenceWord(text) || !/^\p{Lu}/u.test(text)) return false;
  const parts = text.split(" ");
  const capitalised = parts.filter((part) => /^["'‘“(]?[\p{Lu}\p{N}]/u.test(part)).length;
  return parts.length <= 8 && capitalised * 2 >= parts.length && !text.includes("#") && !text.includes(LINK_MARK);
}

/** What can stand under a name: no sentence, not too long. */
export function isRoleLine(text: string): boolean {
  return (
    text.length <= LONGEST_LABEL &&
    wordCount(text) <= 16 &&
    !endsSentence(text) &&
    /^[\p{L}\p{N}"'‘“@]/u.test(text) &&
    !text.startsWith("#")
  );
}

/** A role beyond doubt: it says what somebody does, or for whom. */
export function namesRole(text: string): boolean {
  return (
    isRoleLine(text) &&
    (BROADCASTERS.some((name) => text.split(" ").includes(name)) ||
      text.split(/[ -]/).some((word) => ROLE_WORDS.has(bare(word))))
  );
}

const inBrackets = /\([^()]{0,60}\)/g;
/** A time, or a place in a list: `1. Ines Barrow 2. Tam Rossway`. */
const COUNTED = /^\d{1,2}(?:[:.]\d{2}\b|\. \p{L})/u;

/** `Men's wheelchair race`, `Harwell v Quayside (20:00 BST)`, `Who will win it?`: a short line that is no sentence. */
export function isLabelShaped(text: string): boolean {
  if (text.length > LONGEST_LABEL || COUNTED.test(text) || /^["“‘•]/.test(text) || text.includes(LINK_MARK))
    return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  const length = wordCount(words(text.replaceAll(inBrackets, "")));
  if (text.endsWith("?")) return length >= 3 && length <= 6;
  return length <= 8 && !endsSentence(text) && !/[,-]$/.test(text) && !hasSentenceWord(text) && !isPictureText(text);
}

/** A label beyond doubt: a hashtag, a series and a name, two sides, a score, a year, a distance, a clock time in brackets. */
export function isMarkedLabel(text: string): boolean {
  if (!isLabelShaped(text) || isPersonName(text.split(",", 1)[0] ?? "")) return false;
  return (
    isHashtagLabel(text) ||
    / [-–—] /.test(text) ||
    / vs? /.test(text) ||
    /\d/.test(text) ||
    /^[^:]{1,40}: \S/.test(text) ||
    EVENT_WORDS.has(bare(text.split(" ").at(-1) ?? ""))
  );
}

const NUMBER_AMID_WORDS = /(?<=\s)\d[\d,]*(?=\s)/g;

/** A marked label that is one without the numbers amid its words, which captions have too: `The winter of 1987 in two minutes`. */
export const isSurelyLabel = (text: string): boolean =>
  isMarkedLabel(text) && isMarkedLabel(words(text.replaceAll(NUMBER_AMID_WORDS, "")));

/** `PENALTY TO HARWELL`, `LINE-UPS`: nothing in it is small, and it is no abbreviation. */
export const isInCapitals = (text: string): boolean => /\p{Lu}{4}/u.test(text) && text === text.toUpperCase();

const SUMS_UP = /^(?:A|An) (?:quick |brief |short )?(?:recap|reminder|summary|round-?up|look|guide|history|word) /;

/** `Bar chart showing the vote in nine regions`: says itself what kind of picture it is. */
const NAMES_PICTURE =
  /^(?:\p{L}+ )?(?:map|chart|graph|graphic|table|diagram|banner|photo|photograph|picture|image|screenshot|sketch) (?:showing|of) /iu;

/** `A family plans where to stand`: opens as descriptions of pictures do, not as `A recap of the day`. */
export function isPictureText(text: string): boolean {
  const opens = /^(?:A|An) \p{Ll}/u.test(text) || NAMES_PICTURE.test(text.slice(0, 60));
  return opens && wordCount(text) >= 4 && !SUMS_UP.test(text);
}

/** A short line amid paragraphs that is no sentence: what is left of a picture there. */
export function isAltShaped(text: string): boolean {
  return (
    text.length <= LONGEST_LABEL &&
    !endsSentence(text) &&
    /^\p{L}[^#:;]*$/u.test(text) &&
    wordCount(text) >= 2 &&
    wordCount(text) <= 12 &&
    !text.includes(LINK_MARK) &&
    !OPENING_WORDS.has(bare(text.split(" ", 1)[0] ?? "")) &&
    !hasSentenceWord(text)
  );
}

/** Ends in a name, or in the means by which it came: `Col via email`. */
const NAMED_OR_MEANS = /(?:(?:^| )["'(@#]?[\p{Lu}\p{N}][^ ]*|email|e-mail|text|sms)$/u;

/**
 * `Ines Barrow: Good luck all`, `Col:, external well run`: a reader's message or a quoted post, with who wrote it. What ends
 * in a small letter is nobody: `Minimum temperature: 1C`.
 */
export function messageAuthor(text: string): string | null {
  const match = /^(\p{Lu}[\p{L}\p{N}'’.@,& -]{0,48}?):(?:, external)? /u.exec(text.slice(0, 80));
  const author = match?.[1] ?? null;
  return author === null || wordCount(author) > 6 || hasSentenceWord(author) || !NAMED_OR_MEANS.test(author)
    ? null
    : author;
}
