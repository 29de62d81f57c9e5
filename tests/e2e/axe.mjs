// What axe finds wrong with a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What is wrong with the page as it stands, or with a part of it: one line for each rule and kind of element. `taps`: also
 * whether what is tapped is 24 pixels high or has room around it (WCAG 2.2).
 */
export async function faults(page, part, { taps = false } = {}) {
  // Not by a script tag, which the page's policy does not let in.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const element = part && (await part.elementHandle());
  return page.evaluate(async ([element, taps]) => {
    const rules = { "target-size": { enabled: taps } };
    const { violations } = await globalThis.axe.run(element ?? document, { resultTypes: ["violations"], rules });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} × ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary.replaceAll(/\s+/g, " ").slice(0, 200)}`);
  }, [element, taps]);
}
