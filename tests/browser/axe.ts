import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong with a page (WCAG 2.2 AA and best practices), posts off screen too: `rule: element | element`.
 * @param page opened with `bypassCSP`, since the page's policy refuses a test's script and style as it does everybody's
 */
export async function violations(page: Page): Promise<string[]> {
  await page.addStyleTag({ content: ".posts > li { content-visibility: visible !important }" });
  await page.evaluate(AXE);
  const found = await page.evaluate(async (): Promise<AxeResults["violations"]> => {
    const global = globalThis as unknown as { axe: { run(how: RunOptions): Promise<AxeResults> } };
    // The rule of WCAG 2.2 (2.5.8) that axe leaves out unless it is asked for.
    return (await global.axe.run({ rules: { "target-size": { enabled: true } } })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}

/** How far a page scrolls sideways, in CSS pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
