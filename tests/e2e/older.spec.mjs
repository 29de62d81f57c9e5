// Browsers that do not have everything: without what came late to browsers the site does the same, or what stands in the
// document stays and it is said that the rest does not run. What a browser's parser does not know cannot be taken away by a
// script; a script that cannot be parsed is one that does not come (fault-matrix.spec.mjs).
import { expect, open, panelNames, settled, test, use } from "./site.mjs";

const BLOCKED = /^Phần tương tác không tải được/;

/** What is taken away before any script of the page runs. */
const LACKING = {
  "view transitions and idle time": () => {
    delete Document.prototype.startViewTransition;
    delete window.requestIdleCallback;
  },
  "popovers": () => {
    for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"]) delete HTMLElement.prototype[name];
    for (const name of ["popoverTargetElement", "popoverTargetAction"]) delete HTMLButtonElement.prototype[name];
  },
  "newer words of the language": () => {
    delete globalThis.structuredClone;
    delete Object.groupBy;
    delete Promise.withResolvers;
    for (const name of ["toSorted", "toReversed", "with", "findLast"]) delete Array.prototype[name];
    delete URL.canParse;
    delete AbortSignal.timeout;
    delete AbortSignal.any;
  },
  "workers, shares, clipboard, connection": () => {
    for (const name of ["serviceWorker", "share", "canShare", "clipboard", "connection"]) delete Navigator.prototype[name];
  },
  "streamed WebAssembly": () => {
    delete WebAssembly.instantiateStreaming;
    delete WebAssembly.compileStreaming;
  },
};

for (const [name, takeAway] of Object.entries(LACKING)) {
  test(`without ${name} the site does the same`, async ({ page, baseURL }) => {
    await page.addInitScript(takeAway);
    await open(page, "so-sanh/?topic=broadband");
    await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
    await page.getByLabel("Nhóm chỉ số hoặc chỉ số").selectOption("topic:e-payments");
    await expect(panelNames(page).first()).toHaveText("Người dân có tài khoản thanh toán điện tử");
    await page.locator(".frame").first().focus();
    await expect(page.locator(".frame").first()).toHaveClass(/is-live/);
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(".readout").first()).toContainText(/\d/);
    await page.getByRole("banner").getByRole("link", { name: "Nguồn", exact: true }).click();
    await expect(page).toHaveURL(`${baseURL}nguon/`);
    await page.goBack();
    await expect(panelNames(page).first()).toHaveText("Người dân có tài khoản thanh toán điện tử");
    await page.locator("header .brand").click();
    await settled(page);
    await page.getByRole("combobox").fill("hue");
    await expect(page.getByRole("option").first()).toContainText("Huế");
  });
}

/** A browser whose WebAssembly cannot run ours, or that has none. */
const WITHOUT = {
  "WebAssembly": () => delete globalThis.WebAssembly,
  "reference types": () => {
    const unknown = async () => {
      throw new WebAssembly.CompileError("invalid value type 'externref', enable with --experimental-wasm-reftypes");
    };
    for (const part of ["instantiate", "instantiateStreaming", "compile", "compileStreaming"]) WebAssembly[part] = unknown;
  },
};

for (const [name, takeAway] of Object.entries(WITHOUT)) {
  test(`without ${name} the document stays, and says so to whoever uses it`, async ({ page, baseURL, watch }) => {
    watch.allow(/^console: .*WebAssembly/);
    await page.addInitScript(takeAway);
    const notice = page.locator("#notice");
    await page.goto("chi-so/dti/");
    await expect(notice).toBeHidden();
    await use(page);
    await expect(notice.locator("[data-sentence]")).toHaveText(BLOCKED);
    await expect(page.locator(".results .headline").first()).toBeVisible();
    await notice.getByRole("button", { name: "Đóng" }).click();
    // The chart is no matter of the module's.
    await page.locator(".frame").first().focus();
    await expect(page.locator(".frame").first()).toHaveClass(/is-live/);
    // Links lead on, as a browser follows them.
    await page.getByRole("banner").getByRole("link", { name: "Nguồn", exact: true }).click();
    await expect(page).toHaveURL(`${baseURL}nguon/`);
    await page.goto("so-sanh/?topic=broadband");
    await expect(notice.locator("[data-sentence]")).toHaveText(BLOCKED);
    await expect(page.locator(".results .headline").first()).toBeVisible();
    await page.goto("nhung/dti/");
    await expect(page.locator("#embed .headline").first()).toBeVisible();
    await expect(notice).toBeHidden();
    await page.goto("nhung/dti/?places=ha-noi");
    await expect(notice).toBeVisible();
    await expect(page.locator("#embed .headline").first()).toBeHidden();
  });
}
