import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The table's rows: `| \`000_….txt\` | which page | lines | \`sha256\` |`. */
const rows = [...readFileSync("seeds/README.md", "utf8").matchAll(/^\| `(\S+)` .*\| (\d+) +\| `(\w{64})` \|$/gm)];
const table = rows.map(([, file = "", lines, sha256]) => ({ file, lines: Number(lines), sha256 }));

test("the dumps are, byte for byte, the ones that seeds/README.md lists", () => {
  const dumps = readdirSync("seeds").filter((file) => file.endsWith(".txt"));
  const there = dumps.sort().map((file) => {
    const bytes = readFileSync(`seeds/${file}`);
    const lines = bytes.toString("utf8").split("\n").length;
    return { file, lines, sha256: createHash("sha256").update(bytes).digest("hex") };
  });
  expect(there).toEqual(table);
});
