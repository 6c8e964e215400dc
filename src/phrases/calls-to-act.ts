/** What leads up to an order wherever it stands: `Please …`, `You can also …`, `Click here to …`. */
const LEADS = "please|why not|you can(?: also| always| still)?|feel free to|(?:forget|here|remember) to";

/** What leads up to it at the start of a sentence: `To get involved …`, `If you were there then …`. */
const OPENERS = String.raw`(?:and|do|just|so|then|(?:want )?to|if [^.!?\n]{1,120} then)`;

/** What stands before an order to readers: nothing, the end of a sentence or a clause, or what leads up to it. */
const BEFORE = new RegExp(String.raw`(?:(?:^|[\n.!?] ?)(?:${OPENERS} )?|[:;,|(] ?| [–—-] ?|\b(?:${LEADS}) )$`, "i");
/** Nothing that stands before an order is longer. */
const LONGEST_BEFORE = 150;

const NUMBER = String.raw`(?:\+\d|\d{5}|0\d{2,4} \d)`;

/** What readers write and send: `your views`, `any last questions`. */
const SENT =
  "(?:answers?|comments?|experiences|memories|messages?|photos?|pictures?|predictions?|questions?|snaps|stor(?:y|ies)|suggestions?|thoughts|tips|videos?|views)";
const YOURS = String.raw`(?:an?|any|your) (?:\p{L}{1,12} ){0,2}${SENT}\b`;

/** The orders themselves: verbs, and what follows them: who is to hear, what is to be sent, or where it goes. */
const ORDERS: readonly (readonly [verbs: string, then: string])[] = [
  ["contact|dm|e-?mail|message|reach|text|tweet|whatsapp", String.raw`(?:us|me)\b`],
  ["add|e-?mail|leave|post|send|send in|share|text|tweet", YOURS],
  ["call|find|phone|ring", String.raw`(?:us|me) (?:at|on)\b`],
  ["e-?mail:?|write to:?", String.raw`[^\s@]{1,64}@`],
  ["e-?mail", String.raw`(?:\S{1,20} ){0,4}to [^\s@]{1,64}@`],
  ["tweet", String.raw`(?:to )?[@#]\w`],
  ["use", String.raw`(?:the )?(?:hash ?tag )?#\w`],
  ["write", String.raw`(?:in (?:and|at|to|with)|to (?:us|me))\b`],
  ["drop", "(?:us|me) an? "],
  ["send", String.raw`(?:us|me) (?:an?|any|in|more|some|through|your)\b`],
  [
    "ask|give|show|tell",
    String.raw`us (?:#|(?:about|below|by|here|how|if|in|on|via|what|when|where|which|who|why|your)\b)`,
  ],
  ["let", String.raw`(?:us|me) know\b(?! that)`],
  ["share", String.raw`yours\b`],
  ["get", String.raw`in touch\b(?! with (?!us\b|me\b))`],
  ["get", String.raw`involved\b(?! in\b| with (?!us\b|#))`],
  ["have", String.raw`your say\b`],
  ["join", String.raw`(?:in )?(?:the|our) (?:conversation|debate|discussion)\b`],
  ["comment", String.raw`(?:below|here)\b`],
  ["vote", String.raw`(?:below|for your|here|in our|now|on our)\b`],
  ["take", String.raw`(?:part in )?our (?:poll|quiz|survey|vote)\b`],
];

/** Where an order may stand; most places are none, and to know it by the verb alone costs little. */
const VERB = new RegExp(String.raw`\b(?:${ORDERS.map(([verbs]) => verbs).join("|")}) `, "gi");
const ORDER = new RegExp(`^(?:${ORDERS.map(([verbs, then]) => `(?:${verbs}) ${then}`).join("|")})`, "iu");

/** A number to write to: only an invitation prints one, wherever in a sentence. */
const TO_A_NUMBER = new RegExp(
  String.raw`\b(?:text|sms|whatsapp)(?: us| me)?(?: in)?:?(?: at| on| to)? ${NUMBER}`,
  "i",
);

/** Spaces of other kinds, or several. */
const UNEVEN = /[^\S\n]{2,}|[^\S\n ]/g;

/** What somebody else said; where it does not end, it goes on to the end of its line. */
const QUOTED = /["“][^"”\n]*["”]?/g;

/**
 * Whether a text invites its readers to write in, to share, to vote: `Tweet us`, `text us on 81111`, `Share yours: use
 * #Stowford`. By the form of the sentence, which is an order: that somebody texted, or voted, invites nobody; nor does
 * what stands between quotation marks. English, as the dumps are.
 */
export function callsToAct(text: string): boolean {
  const own = text.replaceAll(QUOTED, "").replaceAll(UNEVEN, " ");
  for (const { index } of own.matchAll(VERB)) {
    const before = own.slice(Math.max(0, index - LONGEST_BEFORE), index);
    if (ORDER.test(own.slice(index)) && BEFORE.test(before)) return true;
  }
  return TO_A_NUMBER.test(own);
}
