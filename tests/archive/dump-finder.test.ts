/** Which dumps a claim of an `index.md` fits. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { dumpFinder, fits } from "../../src/archive/dump-finder.ts";

test.each([
  ["001.txt", ["seeds/001.txt"]],
  ["00?.txt", ["seeds/002.txt", "seeds/001.txt"]],
  ["00*", ["seeds/002.txt", "seeds/001.txt", "seeds/001.txt.bak.txt"]],
  ["*2.txt", ["seeds/002.txt", "seeds/day/2.txt"]],
  ["day/*", ["seeds/day/2.txt"]],
  ["01.txt", []],
])("%s fits these, in the order in which they are given", (pattern, found) => {
  const dumps = ["seeds/002.txt", "seeds/001.txt", "seeds/001.txt.bak.txt", "seeds/day/2.txt"];
  expect(dumpFinder(dumps)(pattern)).toEqual(found);
});

test("looking at few names finds what looking at all of them would", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", "é", "/", "."), maxLength: 6 });
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "é", "/", ".", "*", "?"), maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(name), pattern, (names, wanted) => {
      const dumps = names.map((each) => `seeds/${each}`);
      expect(dumpFinder(dumps)(wanted)).toEqual(dumps.filter((file) => fits(file.slice("seeds/".length), wanted)));
    }),
  );
});
