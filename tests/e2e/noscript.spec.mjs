// Without JavaScript every page is there to be read.
import { BOTH, KINDS, expect, test } from "./site.mjs";

test.use({ javaScriptEnabled: false });

test("every kind of page reads without JavaScript", async ({ page }) => {
  for (const { kind, vi, en } of KINDS) {
    for (const address of kind === "compare" || kind === "home" ? [vi, en] : [vi]) {
      await test.step(address, async () => {
        await page.goto(address);
        await expect(page.locator("h1")).toBeVisible();
        expect((await page.locator("main").innerText()).length).toBeGreaterThan(400);
        await expect(page.locator("#notice")).toBeHidden();
        // Nothing waits for a script that will not come.
        await expect(page.getByText(/Đang mở…|Opening…/)).toHaveCount(0);
        for (const results of await page.locator(".results").all()) await expect(results).toBeVisible();
      });
    }
  }
});

test("compare shows its default and says so", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "Firefox is told to run no script, and reads noscript as if it did");
  await page.goto("so-sanh/?topic=broadband");
  const sentence = page.locator("noscript p");
  await expect(sentence).toBeVisible();
  await expect(sentence).toContainText("Trình duyệt không chạy JavaScript nên trang chỉ hiện phép so sánh mặc định.");
  await expect(page.locator(".panel")).toHaveCount(1);
  await expect(page.locator(".panel")).toBeVisible();
  await expect(page.locator("table")).toContainText("89,99");
  await expect(page.locator(".results .sign").first()).toContainText("So sánh được");
});

test("an indicator shows its ranking, its table opens", async ({ page }) => {
  await page.goto("chi-so/dti/");
  await expect(page.locator(".results .sign").first()).toContainText("So sánh được");
  await expect(page.locator("table")).toBeHidden();
  await page.getByText("Bảng số liệu", { exact: true }).click();
  await expect(page.locator("tbody tr").first()).toBeVisible();
  expect(await page.locator("tbody tr").count()).toBeGreaterThanOrEqual(63);
  await expect(page.locator("tbody")).toContainText("Đồng Nai (cũ)");
});

test("home: themes with their sentences, the maps, the three signs", BOTH, async ({ page, baseURL }) => {
  await page.goto("./");
  await expect(page.locator(".themes article")).toHaveCount(4);
  await expect(page.locator(".themes .headline")).toHaveCount(4);
  await expect(page.locator(".signs li .symbol")).toHaveText(["=", "≈", "≠"]);
  await expect(page.locator(".era-34 a.tile")).toHaveCount(34);
  await page.getByText("63 tỉnh, thành (đến 30/6/2025)").click();
  await expect(page.locator(".era-63 a.tile").first()).toBeVisible();
  await page.locator(".era-63").getByRole("link", { name: "Đồng Nai" }).click();
  await expect(page).toHaveURL(`${baseURL}tinh/dong-nai-cu/`);
});

test("Bình Thuận: its own document has no figure of the four themes, and the page says so", async ({ page }) => {
  await page.goto("tinh/binh-thuan/");
  await expect(page.locator(".silent").first()).toContainText(
    "Trang này không lấy từ tài liệu này số liệu nào thuộc bốn chủ đề (băng rộng, điện thoại thông minh, thanh toán điện tử, dịch vụ công trực tuyến).",
  );
  await page.goto("en/places/binh-thuan/");
  await expect(page.locator(".silent").first()).toContainText("This site takes no figure of the four themes from this document");
});

test("the former and the current unit tell their story", async ({ page, baseURL }) => {
  await page.goto("tinh/dong-nai-cu/");
  await expect(page.locator(".story")).toContainText("Là một tỉnh đến hết 30/6/2025; nay thuộc Đồng Nai.");
  await page.locator(".story").getByRole("link", { name: "Đồng Nai", exact: true }).click();
  await expect(page).toHaveURL(`${baseURL}tinh/dong-nai/`);
  await expect(page.locator(".story")).toContainText(/Từ 1\/7\/2025 gồm .*Bình Phước/);
});

test("a source and the method are whole", async ({ page }) => {
  await page.goto("nguon/startupdongnai-2023/");
  for (const term of ["Nơi đăng", "Ngày đăng", "Loại", "Giấy phép", "Địa chỉ"]) {
    await expect(page.getByText(term, { exact: true })).toBeVisible();
  }
  await expect(page.locator("main")).toContainText(/khoảng\s86\s%/);
  await page.goto("phuong-phap/");
  // Every reason and the one case that has none, each with two real figures; every way of stating one.
  await expect(page.locator("article.reason")).toHaveCount(25);
  for (const reason of await page.locator("article.reason").all()) await expect(reason.locator("details.figure")).toHaveCount(2);
  await expect(page.locator("tbody tr")).toHaveCount(11);
});
