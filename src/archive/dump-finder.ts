/** Whether a name fits a pattern in which `*` stands for any characters and `?` for one. Linear in the name for each `*`. */
export function fits(name: string, pattern: string): boolean {
  let [at, in_, star, mark] = [0, 0, -1, 0];
  while (at < name.length) {
    if (pattern[in_] === "*") {
      star = in_++;
      mark = at;
    } else if (in_ < pattern.length && (pattern[in_] === "?" || pattern[in_] === name[at])) {
      in_++;
      at++;
    } else if (star !== -1) {
      in_ = star + 1;
      at = ++mark;
    } else return false;
  }
  return pattern.slice(in_).replaceAll("*", "") === "";
}

const SEEDS = "seeds/";

/**
 * Finds the dumps whose names fit a pattern, in the order in which they are given. Looks only at those that begin as the
 * pattern does: each of a thousand live blogs claims its few out of thousands.
 * @param dumps `seeds/…`
 */
export function dumpFinder(dumps: readonly string[]): (pattern: string) => readonly string[] {
  const byName = dumps.map((file, at) => ({ file, at })).sort((a, b) => (a.file < b.file ? -1 : 1));
  const firstFrom = (name: string): number => {
    let [low, high] = [0, byName.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((byName[middle]?.file ?? "") < name) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (pattern) => {
    const opening = SEEDS + pattern.slice(0, pattern.search(/[*?]|$/));
    const found: { readonly file: string; readonly at: number }[] = [];
    for (let next = firstFrom(opening); byName[next]?.file.startsWith(opening) === true; next++) {
      const dump = byName[next];
      if (dump !== undefined && fits(dump.file.slice(SEEDS.length), pattern)) found.push(dump);
    }
    return found.sort((a, b) => a.at - b.at).map(({ file }) => file);
  };
}
