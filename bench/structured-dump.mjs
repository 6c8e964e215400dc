/**
 * A structured dump of any number of entries: the same count gives the same text. Its words are invented; its mix is that
 * of real ones: about 76 words a post, a name and role over 3 of 10, an embed in 1 of 12, labels, pictures and lists.
 */

const SYLLABLES = "bar cray den fell gar har ines kel low mar nor oak pen quay ros stow tam ver wick yar".split(" ");
const SMALL = "the a of in on and to for with at from by was is has had they he she it over after before".split(" ");
const ZONE = "British Summer Time 23 April 2017";

/** A small generator of pseudo-random numbers below `n` (mulberry32). */
function dice(seed) {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

/**
 * The dump as text, newest entry first, one a minute or two in one minute.
 * @param seed another one gives other words
 * @param newer how many entries of the live blog stand on the pages before this one
 */
export function structuredDump(entries, seed = entries, newer = 0) {
  const roll = dice(seed);
  const pick = (list) => list[roll(list.length)];
  const word = () => (roll(5) < 2 ? pick(SMALL) : pick(SYLLABLES) + pick(SYLLABLES));
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const name = () => `${capital(pick(SYLLABLES))} ${capital(pick(SYLLABLES) + pick(SYLLABLES))}`;
  const phrase = (count) => capital(Array.from({ length: count }, word).join(" "));
  const sentence = () => `${phrase(8 + roll(14))}${roll(9) === 0 ? "!" : "."}`;
  const paragraph = () => Array.from({ length: 1 + roll(3) }, sentence).join(" ");
  const clock = (minute) =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

  const lines = ["Summary", "", `  • ${phrase(9)}`, "", `  • ${phrase(7)}`, ""];
  for (let n = 1; n <= entries; n++) {
    const stamp = `published at ${clock(100_000 - Math.floor((newer + n) * 0.9))} ${ZONE}`;
    if (roll(20) === 0) lines.push(`  ${n}. get involved`, "", `    ${phrase(4)}${stamp}`, "");
    else lines.push(`  ${n}. ${roll(8) === 0 ? "Post" : phrase(3 + roll(6))}${stamp}`, "");
    if (roll(2) === 0) lines.push(roll(4) === 0 ? "    #StowfordRuns" : `    ${phrase(2)} - stage ${roll(20)}`, "");
    if (roll(10) < 3) lines.push(`    ${name()}`, `    BBC Sport reporter in ${capital(word())}`, "");
    for (let left = 1 + roll(4); left > 0; left--) lines.push(`    ${paragraph()}`, "");
    if (roll(9) === 0) lines.push("    • ".concat(phrase(5)), "    • ".concat(phrase(6)), `    • ${phrase(4)}`);
    if (roll(12) === 0) lines.push(...notice("Twitter"));
    if (roll(6) === 0) lines.push(`    ${phrase(5)}Image source, ${name()}`);
  }
  return `${lines.join("\n")}\n`;
}

const notice = (provider) => [
  `    This ${provider} post cannot be displayed in your browser. Please enable Javascript or try a different browser.View original content on ${provider}`,
  "    The BBC is not responsible for the content of external sites.",
  "    Skip twitter post",
  "",
  `    Allow ${provider} content?`,
  "",
  `    This article contains content provided by ${provider}. We ask for your permission before anything is loaded.`,
  "",
  "    The BBC is not responsible for the content of external sites.",
  "    End of twitter post",
];
