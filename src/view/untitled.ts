import type { Words } from "../model/strings.ts";
import { dateInWords } from "./dates.ts";

/** Names a live blog that neither its dumps nor an author name: by its day, where that is known, else by its first file. */
export function untitledIn(words: Words): (date: string | null, file: string) => string {
  return (date, file) =>
    date === null
      ? words.say("live-blog.untitled", { file })
      : words.say("live-blog.untitled-day", { date: dateInWords(date, words) });
}
