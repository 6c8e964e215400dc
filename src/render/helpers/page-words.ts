import type { Words } from "../../model/strings.ts";

/** The words of the page that is printed: every view has them in its frame, whatever partial says them. */
export function pageWords(data: { readonly root: { readonly frame: { readonly words: Words } } }): Words {
  return data.root.frame.words;
}
