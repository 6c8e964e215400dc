/**
 * The addresses of a `srcset`: `a.jpg 1x, b.jpg 2x` (HTML standard, 4.8.4.2.2). An address ends at a space, so commas
 * may stand in it; one with commas at its end has no size.
 */
export function srcsetAddresses(value: string): readonly string[] {
  const addresses: string[] = [];
  const ADDRESS = /[\t\n\f\r ,]*([^\t\n\f\r ]*)/y;
  const SIZE = /[^(),]*(?:(?:\([^)]*(?:\)|$)|\))[^(),]*)*/y;
  let here = 0;
  while (here < value.length) {
    ADDRESS.lastIndex = here;
    const [whole = "", found = ""] = ADDRESS.exec(value) ?? [];
    here += Math.max(1, whole.length);
    let end = found.length;
    while (found[end - 1] === ",") end -= 1;
    if (end > 0) addresses.push(found.slice(0, end));
    if (end !== found.length) continue;
    SIZE.lastIndex = here;
    here += SIZE.exec(value)?.[0].length ?? 0;
  }
  return addresses;
}
