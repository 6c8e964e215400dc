/** `["a", "b", "c"]` → `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** `1, "post"` → `1 post`; `2, "post"` → `2 posts`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `post` → `a post`, `Instagram post` → `an Instagram post`. */
export function withArticle(words: string): string {
  return `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;
}

/** The first words of a text, with an ellipsis where some were cut. */
export function clipped(text: string, limit: number): string {
  const flat = text.replaceAll(/\s+/g, " ").trim();
  if (flat.length <= limit) return flat;
  const space = flat.lastIndexOf(" ", limit);
  // A character outside the first plane is two code units: never half of one.
  const whole = (flat.codePointAt(limit - 1) ?? 0) > 0xffff ? limit - 1 : limit;
  return `${flat.slice(0, space > 0 ? space : whole)}…`;
}
