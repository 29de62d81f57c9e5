// When a page has come to rest, so that it can be judged.
import { expect } from "@playwright/test";

/** The first sign of a reader: the module comes. */
export const use = (page) => page.locator("html").dispatchEvent("pointermove", { bubbles: true });

/** Waits until the module answers and nothing is under way. */
export async function settled(page) {
  const html = page.locator("html");
  await use(page);
  await expect(html).toHaveAttribute("data-live", "");
  await atRest(page);
}

/** Waits until nothing is under way: neither a view of its own, nor a load, nor what comes after its first screen. */
export async function atRest(page) {
  await expect(page.locator("html:not([data-pending]):not([data-busy]):not(:has([data-rest]))")).toBeAttached();
}
