/** What leads up to an order wherever it stands: `Please …`, `You can also …`, `Click here to …`. */
const LEADS = "please|why not|you can(?: also| always| still)?|feel free to|(?:forget|here|remember) to";

/** What leads up to it at the start of a sentence: `To get involved …`, `If you were there then …`. */
const OPENERS = String.raw`(?:and|do|just|so|then|(?:want )?to|if [^.!?\n]{1,120} then)`;

/** Where an order to readers may begin: with a line, a sentence or a clause, or behind what leads up to it. */
const BEGINS = String.raw`(?:(?:^|[.!?] ?)(?:${OPENERS} )?|[:;,|(] ?| [–—-] ?|\b(?:${LEADS}) )`;

const NUMBER = String.raw`(?:\+\d|\d{5}|0\d{2,4} \d)`;

/** What readers write and send: `your views`, `any last questions`. */
const SENT =
  "(?:answers?|comments?|experiences|memories|messages?|photos?|pictures?|predictions?|questions?|snaps|stor(?:y|ies)|suggestions?|thoughts|tips|videos?|views)";
const YOURS = String.raw`(?:an?|any|your) (?:\p{L}{1,12} ){0,2}${SENT}\b`;

/** The orders themselves. Each names who is to hear (`us`, `me`), what is to be sent, or where it goes. */
const ORDERS = [
  String.raw`(?:contact|dm|e-?mail|message|reach|text|tweet|whatsapp) (?:us|me)\b`,
  `(?:add|e-?mail|leave|post|send|send in|share|text|tweet) ${YOURS}`,
  String.raw`(?:call|find|phone|ring) (?:us|me) (?:at|on)\b`,
  String.raw`(?:e-?mail|write to):? [^\s@]{1,64}@`,
  String.raw`e-?mail(?: \S{1,20}){0,4} to [^\s@]{1,64}@`,
  String.raw`tweet (?:to )?[@#]\w`,
  String.raw`use (?:the )?(?:hash ?tag )?#\w`,
  String.raw`write (?:in (?:and|at|to|with)|to (?:us|me))\b`,
  "drop (?:us|me) an? ",
  String.raw`send (?:us|me) (?:an?|any|in|more|some|through|your)\b`,
  String.raw`(?:ask|give|show|tell) us (?:#|(?:about|below|by|here|how|if|in|on|via|what|when|where|which|who|why|your)\b)`,
  String.raw`let (?:us|me) know\b(?! that)`,
  String.raw`share yours\b`,
  String.raw`get in touch\b(?! with (?!us\b|me\b))`,
  String.raw`get involved\b(?! in\b| with (?!us\b|#))`,
  String.raw`have your say\b`,
  String.raw`join (?:in )?(?:the|our) (?:conversation|debate|discussion)\b`,
  String.raw`comment (?:below|here)\b`,
  String.raw`vote (?:below|for your|here|in our|now|on our)\b`,
  String.raw`take (?:part in )?our (?:poll|quiz|survey|vote)\b`,
];

const CALL = new RegExp(`${BEGINS}(?:${ORDERS.join("|")})`, "imu");

/** A number to write to: only an invitation prints one, wherever in a sentence. */
const TO_A_NUMBER = new RegExp(
  String.raw`\b(?:text|sms|whatsapp)(?: us| me)?(?: in)?:?(?: at| on| to)? ${NUMBER}`,
  "i",
);

/** What somebody else said; where it does not end, it goes on to the end of its line. */
const QUOTED = /["“][^"”\n]*["”]?/g;

/**
 * Whether a text invites its readers to write in, to share, to vote: `Tweet us`, `text us on 81111`, `Share yours: use
 * #Stowford`. By the form of the sentence, which is an order: that somebody texted, or voted, invites nobody; nor does
 * what stands between quotation marks. English, as the dumps are.
 */
export function callsToAct(text: string): boolean {
  const own = text.replaceAll(/[^\S\n]+/g, " ").replaceAll(QUOTED, "");
  return CALL.test(own) || TO_A_NUMBER.test(own);
}
