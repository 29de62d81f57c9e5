// What Firefox cannot be told by WebDriver BiDi: a test that comes to it ends there, skipped with the reason.
import { test } from "@playwright/test";

const end = (what) => test.skip(true, `Firefox cannot be told ${what}`);

/** What Firefox says of a file that does not come, as other complaints of that are noted. */
export const named = (complaint) =>
  complaint.replace(/^error: (?=Loading module from .* was blocked because of a disallowed MIME type|Cross-Origin Request Blocked: .*CORS request did not succeed|Loading failed for the)/, "failed: ");

/** The same browser context; in Firefox, with its limits. */
export function limited(context) {
  if (context.browser()?.browserType().name() !== "firefox") return context;
  context.newCDPSession = async () => end("by Chromium's protocol");
  const { grantPermissions, newPage } = context;
  context.grantPermissions = (...given) => grantPermissions.apply(context, given).catch(() => end("who may read the clipboard"));
  context.newPage = async () => {
    const page = await newPage.apply(context);
    const { waitForEvent } = page;
    page.waitForEvent = (name, ...more) => {
      if (name === "download") end("where files are saved");
      return waitForEvent.call(page, name, ...more);
    };
    page.emulateMedia = async () => end("what a reader prefers");
    return page;
  };
  return context;
}
