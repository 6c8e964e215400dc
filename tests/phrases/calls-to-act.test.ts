/** Invitations to readers, told from mere talk of texting and voting by the form of the sentence. */
import { describe, expect, test } from "vitest";
import { callsToAct } from "../../src/phrases/calls-to-act.ts";

describe("an invitation is an order to readers", () => {
  test.each([
    "Tweet us on #Stowford",
    "Share yours: use #Stowford on social media or text us on 81111.",
    "Then get in touch using #Stowford or if you need more characters then you can text us on 81111.",
    "To get involved use 606 or text us your views & comments on 81111.",
    "Get Involved",
    "Get involved - who should win the cup?",
    "Get Involved: #Stowford WhatsApp: +44 7700 900123",
    "Want to have your say?",
    "You can tweet your thoughts using the hashtag #Stowford",
    "Send us your messages of support",
    "If you have just come in then send us a picture",
    "Where are you watching? Tell us #Stowford, text on 81111",
    "Click here to send us your proverbs.",
    "Please let us know what you think",
    "Leave a comment below the line",
    "Post your comments below",
    "You can contact me at ines@example.org or @ines on Twitter.",
    "E-mail your questions to ines@example.org",
    "Vote now for your sailor of the day",
    "Don’t forget to tweet us",
    "Nothing yet.\nHave your say",
  ])("%j", (text) => expect(callsToAct(text)).toBe(true));
});

describe("nobody is invited by", () => {
  test.each([
    "He texted us",
    "The committee voted",
    "The text of the bill runs to 81 pages.",
    "Members vote now on clause four.",
    "He wants children to get involved in sport",
    "Witnesses were asked to get in touch",
    "Get in touch with your doctor",
    "They refused to tell us what had happened",
    "What does that tell us about the race?",
    "They share your concern",
    "Contact your doctor, and share your lunch.",
    "He let us know that the road was shut",
    "Her tweet used the hashtag #boats",
    "The members had their say",
    "A text on 2016 budgets",
    "Call me old-fashioned, but a mast is a mast.",
    'A sign reads: "Text us on 81111"',
    "“Send us your wind, she said, and your rain",
    "",
  ])("%j", (text) => expect(callsToAct(text)).toBe(false));
});
