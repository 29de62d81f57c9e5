// WCAG, as far as a program can tell: axe over every kind of page in both languages, light and dark, at three widths (over
// everything that opens in `gallery.spec.mjs`); then the way of a reader who has only a keyboard.
import { faults } from "./axe.mjs";
import { KINDS, expect, open, test, visit } from "./site.mjs";

const WIDTHS = [360, 768, 1280];

for (const language of ["vi", "en"]) {
  for (const scheme of ["light", "dark"]) {
    test(`every kind of page, ${language}, ${scheme}, at three widths: nothing that axe finds`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      const found = [];
      for (const { kind, life, [language]: address } of [...KINDS, { kind: "404", life: "still", vi: "404.html", en: "404.html" }, { kind: "embed", life: "embed", vi: "nhung/dti/", en: "en/embed/dti/" }]) {
        await page.setViewportSize({ width: WIDTHS[0], height: 740 });
        if (life === "embed" || kind === "404") await page.goto(address);
        else await visit(page, address, life);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 740 });
          found.push(...(await faults(page, undefined, { taps: true })).map((fault) => `${kind} at ${width}: ${fault}`));
        }
      }
      expect(found).toEqual([]);
    });
  }
}

/** Presses Tab until this has the focus, as a reader does who sees where they are; each stop shows it, in sight. */
async function tabTo(page, wanted, { back = false, most = 90 } = {}) {
  for (let n = 0; n < most; n++) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const { there, ring, hidden } = await page.evaluate((wanted) => {
      const it = document.activeElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
      const { left, right, top, bottom, width, height } = it.getBoundingClientRect();
      const [x, y] = [Math.min(Math.max((left + right) / 2, 1), innerWidth - 1), Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1)];
      const over = document.elementFromPoint(x, y);
      return {
        there: it.matches(wanted),
        ring: it.matches("input[type=radio]") || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
        hidden: it !== document.body && width > 1 && height > 1 && over && !it.contains(over) && !over.contains(it) && !it.labels?.length,
      };
    }, wanted);
    expect(ring || hidden === false, `the focus is seen: ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))}`).toBeTruthy();
    expect(hidden, `nothing covers it: ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))}`).toBeFalsy();
    if (there) return;
  }
  throw new Error(`${wanted} is not reached with ${most} presses of Tab`);
}

/** What a screen reader says of the element with the focus: its role and name, by the browser's accessibility tree. */
async function told(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const focused = nodes.findLast(({ ignored, properties = [] }) => !ignored && properties.some(({ name, value }) => name === "focused" && value.value));
  return `${focused?.role?.value} “${focused?.name?.value}”`;
}

test("all the way by keyboard alone: my province, two others, another period, the evidence, the embed's code", async ({ page, context, baseURL }) => {
  test.slow();
  // No smooth scrolling: what has the focus is in sight at once.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await page.goto("./");
  await tabTo(page, ".skip");
  expect(await told(page)).toBe("link “Tới nội dung chính”");
  await page.keyboard.press("Enter");
  // My province.
  await tabTo(page, "#find");
  expect(await told(page)).toMatch(/^combobox “Tìm tỉnh, thành của bạn/);
  await page.keyboard.type("dong nai cu");
  await expect(page.locator("#find-list [aria-selected=true]")).toContainText("Đồng Nai (cũ)");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}tinh/dong-nai-cu/`);
  await expect(page.locator("#main")).toBeFocused();
  // Compared with two others.
  await tabTo(page, 'a[href*="so-sanh/?"]');
  await page.keyboard.press("Enter");
  await expect(page.locator(".chip")).toHaveCount(1);
  for (const [typed, name] of [["dong thap cu", "Đồng Tháp (cũ)"], ["ha noi", "Hà Nội"]]) {
    await tabTo(page, "#add-place");
    expect(await told(page)).toMatch(/^combobox “Thêm tỉnh, thành/);
    await page.keyboard.type(typed);
    await expect(page.locator("#add-place-list [aria-selected=true]")).toContainText(name);
    await page.keyboard.press("Enter");
    await expect(page.locator(".chip").last()).toContainText(name);
    await page.keyboard.press("Shift+Tab");
  }
  await expect(page.locator(".results .headline").first()).toContainText("2024");
  // Another period.
  await tabTo(page, "select[data-ask=from]");
  expect(await told(page)).toMatch(/^combobox “Từ/);
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/time=/);
  await expect(page.locator("select[data-ask=from]")).toBeFocused();
  // A figure of the chart, then its evidence.
  await tabTo(page, ".frame");
  await page.keyboard.press("End");
  await expect(page.locator(".readout").first()).toContainText(/Đồng Nai|Đồng Tháp|Hà Nội/);
  await tabTo(page, "button.figure");
  expect(await told(page)).toMatch(/^button “/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".card:popover-open .evidence")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("button.figure:focus")).toHaveCount(1);
  // The code of the embed.
  await tabTo(page, "button[popovertarget=take-embed]", { most: 200 });
  expect(await told(page)).toBe("button “Nhúng vào trang khác”");
  await page.keyboard.press("Enter");
  await tabTo(page, "#take-embed [data-take=copy]");
  expect(await told(page)).toMatch(/^button “Sao chép: /);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/<iframe [^>]*nhung\//);
});

test("the map by keyboard: one stop, arrows as the provinces lie", async ({ page }) => {
  await page.goto("./");
  const map = page.locator(".era-34 .tile-map");
  await page.locator("#era-34").focus();
  await page.keyboard.press("Tab");
  const first = page.locator(":focus");
  await expect(first).toHaveClass(/tile/);
  await expect(map.locator(".keys")).toHaveCSS("opacity", "1");
  const at = () => page.evaluate(() => document.activeElement.textContent.replace("\n", " "));
  await map.getByRole("link", { name: "Hà Nội" }).focus();
  await page.keyboard.press("ArrowDown");
  const below = await at();
  await page.keyboard.press("ArrowUp");
  expect(await at()).toBe("Hà Nội");
  expect(below).not.toBe("Hà Nội");
  await page.keyboard.press("End");
  const last = await map.getByRole("link").last().getAttribute("href");
  await expect(page.locator(":focus")).toHaveAttribute("href", last);
  // One stop: the next is outside of the map, and coming back is where one was.
  await page.keyboard.press("Tab");
  await expect(map.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", last);
});
