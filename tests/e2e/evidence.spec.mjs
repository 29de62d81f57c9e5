// Every figure leads to what it counts, when, how it was stated, and who stated it.
import { BOTH, expect, open, panels, test } from "./site.mjs";

test("each line of a comparison carries its evidence", BOTH, async ({ page, baseURL }) => {
  await open(page, "so-sanh/");
  for (const panel of await panels(page).all()) {
    await expect(panel.locator(".definition")).toBeVisible();
    await expect(panel.locator(".definition")).toContainText(/Định nghĩa: .{20}/);
    for (const row of await panel.locator("tbody tr").all()) {
      await expect(row.locator("td.value")).toContainText(/\d/);
      await expect(row.locator("td.period")).toHaveText(/20\d\d/);
      await expect(row.locator("td.stated")).toHaveText(/nêu/);
      await expect(row.locator("td.source a")).toHaveAttribute("href", /\/nguon\/[a-z0-9-]+\/$/);
      await expect(row.locator("td.source a")).toBeVisible();
    }
  }
  await page.getByRole("link", { name: "Báo Đồng Nai, 7/11/2022" }).click();
  await expect(page).toHaveURL(`${baseURL}nguon/baodongnai-2022-11-07/`);
  await expect(page.locator("h1")).not.toBeEmpty();
  await expect(page.locator("main")).toContainText("Báo Đồng Nai");
  await expect(page.locator("main")).toContainText("≈ 83,5 %");
  await expect(page.locator("main")).toContainText("quý III/2022");
  // A source page leads to the document itself, elsewhere.
  await page.goto("nguon/startupdongnai-2023/");
  const outward = page.locator('a[rel~="external"]');
  await expect(outward).toHaveAttribute("href", /^https?:\/\//);
  await expect(outward).toHaveAttribute("rel", /noopener/);
});

for (const scripts of [true, false]) {
  test(`a figure of a province opens into its evidence (${scripts ? "with" : "without"} JavaScript)`, async ({ reader, baseURL }) => {
    const page = await reader({ javaScriptEnabled: scripts });
    await page.goto("tinh/dong-nai-cu/");
    const figure = page.locator("li", { has: page.getByRole("link", { name: "Người dân có điện thoại thông minh" }) });
    const detail = figure.locator("details.figure").first();
    await expect(detail.locator("dl")).toBeHidden();
    await detail.locator("summary").click();
    await expect(detail.locator("dl")).toBeVisible();
    for (const term of ["Định nghĩa", "Đơn vị", "Kỳ", "Cách nêu", "Nguồn"]) {
      await expect(detail.getByText(term, { exact: true })).toBeVisible();
    }
    await expect(detail.locator("dl")).toContainText("Tỷ lệ dân số có điện thoại thông minh");
    await expect(detail.locator("dl")).toContainText(/nêu là “khoảng”/);
    await detail.locator("summary").click();
    await expect(detail.locator("dl")).toBeHidden();
    // By keyboard too.
    await detail.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(detail.locator("dl")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(detail.locator("dl a")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`^${baseURL}nguon/[a-z0-9-]+/$`));
    await expect(page.locator("main")).toContainText(/≈\s(83,5|86)\s%/);
  });
}

test("an inferred period and a target say so", async ({ page }) => {
  await page.goto("tinh/dong-nai-cu/");
  const target = page.locator("details.figure.target").first();
  await expect(target.locator("summary")).toContainText("◇");
  await expect(target.locator("summary")).toContainText("mục tiêu");
  const inferred = page.locator("details.figure", { hasText: "suy từ tài liệu" }).first();
  await inferred.locator("summary").click();
  await expect(inferred.getByText(/suy từ tài liệu/)).toBeVisible();
});

test("a place whose document is silent on the four themes says so", async ({ page, baseURL }) => {
  await page.goto("tinh/binh-thuan/");
  await expect(page.locator(".silent")).toContainText("Tài liệu này không nêu số liệu nào thuộc bốn chủ đề");
  await expect(page.getByText("Chưa có số liệu nào của chủ đề này.").first()).toBeVisible();
  await page.locator(".silent a").click();
  await expect(page).toHaveURL(`${baseURL}nguon/binhthuan-2024-01-29/`);
  await expect(page.locator(".silent")).toBeVisible();
});
