import type { HelperOptions } from "handlebars";
import { pageWords } from "./page-words.ts";

/** `{{say "post.corrected" date=date text=text}}`: a text of the catalogue, in the page's language, braces filled in. */
export function say(key: string, { hash, data }: HelperOptions): string {
  return pageWords(data).say(key, hash);
}
