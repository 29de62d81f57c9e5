// The cases the site was made for: figures that look alike and are not.
import { BOTH, expect, open, panel, panelNames, panels, test } from "./site.mjs";

/** The sentence beside the sign over all panels. */
const overall = (page) => page.locator(".results .sign").first();
const rows = (section) => section.locator("tbody tr");

test("smartphones: people and subscriptions stand apart", BOTH, async ({ page }) => {
  await open(page, "so-sanh/?topic=smartphones&places=dong-nai-cu~dong-thap-cu");
  await expect(panelNames(page)).toHaveText(["Người dân có điện thoại thông minh", "Thuê bao dùng điện thoại thông minh"]);

  const people = panel(page, "Người dân có điện thoại thông minh");
  await expect(people.locator(".headline")).toHaveText("Đồng Nai (cũ) khoảng 83,5 % (quý III/2022); Đồng Nai (cũ) khoảng 86 % (khoảng 2023).");
  await expect(people.locator(".subtitle")).toContainText("tính trên dân số");
  await expect(rows(people)).toHaveCount(2);
  await expect(rows(people).nth(0)).toContainText(/Đồng Nai \(cũ\)[^]*khoảng\s83,5\s%\s*quý III\/2022/);
  await expect(rows(people).nth(1)).toContainText(/Đồng Nai \(cũ\)[^]*khoảng\s86\s%\s*2023/);
  await expect(people).not.toContainText("75,3");
  // The chart says the same.
  await expect(people.locator(".frame")).toHaveAttribute("aria-label", /83,5.*86/);

  const subscriptions = panel(page, "Thuê bao dùng điện thoại thông minh");
  await expect(subscriptions.locator(".headline")).toHaveText("Đồng Tháp (cũ) 75,3 % (khoảng 2022).");
  await expect(subscriptions.locator(".subtitle")).toContainText("tính trên thuê bao di động");
  await expect(rows(subscriptions)).toHaveCount(1);
  await expect(subscriptions).not.toContainText(/83,5|86\s%/);

  await expect(overall(page)).toContainText("≠");
  await expect(overall(page)).toContainText(
    "Không so sánh được: một bên tính trên dân số, bên kia tính trên thuê bao di động",
  );
  // And where to go instead.
  await page.locator(".nearest a").click();
  await expect(page).toHaveURL(/indicator=papi-internet/);
  await expect(panelNames(page)).toHaveText(["Tiếp cận Internet theo khảo sát PAPI"]);
});

test("smartphones in English", async ({ page }) => {
  await open(page, "en/compare/?topic=smartphones&places=dong-nai-cu~dong-thap-cu");
  await expect(panelNames(page)).toHaveText(["Population with a smartphone", "Mobile subscriptions using a smartphone"]);
  const people = panel(page, "Population with a smartphone");
  await expect(rows(people).nth(0)).toContainText(/about\s83\.5%\s*Q3 2022/);
  await expect(rows(people).nth(1)).toContainText(/about\s86%\s*2023/);
  await expect(people.locator(".subtitle")).toContainText("among the population");
  await expect(panel(page, "Mobile subscriptions using a smartphone").locator(".headline")).toContainText("75.3%");
  await expect(overall(page)).toContainText(
    "Not comparable: one is counted among the population, the other among mobile subscriptions",
  );
  await expect(page.locator("main")).not.toContainText(/83,5|75,3/);
});

test("broadband: covered is not connected", async ({ page }) => {
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu");
  const covered = panel(page, "Hộ gia đình nằm trong vùng phủ cáp quang");
  const connected = panel(page, "Hộ gia đình có Internet băng rộng cố định");
  await expect(covered.locator(".headline")).toHaveText("Đồng Nai (cũ) 99 % (khoảng tháng 9/2023).");
  await expect(connected.locator(".headline")).toHaveText("Đồng Tháp (cũ) 79,5 % (khoảng 2022); Đồng Tháp (cũ) > 83 % (khoảng tháng 6/2024).");
  await expect(covered).not.toContainText("79,5");
  await expect(connected).not.toContainText("99 %");
  await expect(covered.locator(".definition")).toBeVisible();
  await expect(overall(page)).toContainText("≠");
  await expect(overall(page)).toContainText("Không so sánh được");
  // Between every two panels stands the sign.
  await expect(page.locator(".parting")).toHaveCount((await panels(page).count()) - 1);
});

test("covered beside connected: the reasons name both", async ({ page }) => {
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu");
  await page.getByText("Mọi lý do").first().click();
  await expect(page.locator(".reasons li").filter({ hasText: "vùng phủ cáp quang" }).first()).toContainText(
    /Hộ gia đình có Internet băng rộng cố định|Hộ gia đình nằm trong vùng phủ cáp quang/,
  );
});

test("the pair on the home page says why its figures do not meet", async ({ page }) => {
  await page.goto("./");
  const signs = page.locator(".signs");
  await expect(signs.locator(".pair")).toContainText(/99\s%[^]*Đồng Nai \(cũ\)/);
  await expect(signs.locator(".pair")).toContainText(/79,5\s%[^]*Đồng Tháp \(cũ\)/);
  await expect(signs.locator(".sign")).toContainText("Không so sánh được");
});

test("the DTI of 2022 ranks 63 provinces", BOTH, async ({ page }) => {
  await open(page, "chi-so/dti-rank/?time=2022");
  await expect(page.locator(".headline")).toContainText("Năm 2022, trong 63 tỉnh, thành có số liệu");
  await expect(page.getByRole("navigation", { name: "Thời gian" }).locator("[aria-current]")).toHaveText("2022");
  await expect(page.locator(".sign").first()).toContainText("So sánh được");
  await page.getByText("Bảng số liệu", { exact: true }).click();
  const line = (name) => rows(page).filter({ has: page.getByRole("link", { name, exact: true }) });
  const ranks = page.locator("td.rank", { hasText: /\d/ });
  await expect(ranks).toHaveCount(63);
  await expect(line("Đồng Nai (cũ)").first()).toContainText("43/63");
  await expect(line("Đồng Nai (cũ)").first().locator("td.rank")).toHaveText("43");
  // What another source says of the same year stands below, unranked.
  await expect(rows(page)).toHaveCount(64);
  await expect(rows(page).last()).toContainText("Đồng Nai (cũ)");
  await expect(rows(page).last().locator("td.rank")).toHaveText("");
  await expect(line("Thanh Hóa").locator("td.rank")).toHaveText("15=");
  await expect(line("Yên Bái").locator("td.rank")).toHaveText("15=");
  // A shared rank is taken twice: nobody is sixteenth.
  await expect(rows(page).filter({ has: page.locator("td.rank", { hasText: /^16/ }) })).toHaveCount(0);
  await expect(page.getByText("Dấu = sau hạng: đồng hạng.")).toBeVisible();
});

test("another edition is another ranking", async ({ page }) => {
  await open(page, "chi-so/dti-rank/?time=2022");
  const editions = page.getByRole("navigation", { name: "Thời gian" });
  await editions.getByRole("link", { name: "2023", exact: true }).click();
  await expect(page).toHaveURL(/\?time=2023$/);
  await expect(page.locator(".headline")).toContainText("2023");
  await expect(editions.locator("[aria-current]")).toHaveText("2023");
  await page.goBack();
  await expect(page.locator(".headline")).toContainText("2022");
  await expect(editions.locator("[aria-current]")).toHaveText("2022");
});

test("own reports are never ranked, and a map of them has no levels", async ({ page }) => {
  await open(page, "so-sanh/?indicator=account-population&places=dong-nai-cu~dong-thap-cu");
  await expect(page.locator("td.rank")).toHaveCount(0);
  await expect(overall(page)).toContainText("Thận trọng");
  await open(page, "chi-so/account-population/?view=map");
  await expect(page.getByText("Số liệu lấy từ nhiều báo cáo riêng nên bản đồ chỉ cho biết nơi nào có số liệu")).toBeVisible();
  const fills = await page.locator(".map a.tile").evaluateAll((all) => [...new Set(all.map((one) => /tile t\d/.exec(one.className)[0]))]);
  expect(fills.sort()).toEqual(["tile t3", "tile t9"]);
});

test("a province without a figure is told of with the land before the mergers that has one", async ({ page, baseURL }) => {
  await open(page, "so-sanh/?indicator=papi-internet&places=dong-nai~ha-noi");
  await expect(page.locator(".without")).toContainText("Đồng Nai");
  // What was asked about is no way out of itself.
  await expect(page.locator(".nearest")).toHaveCount(0);
  await expect(page.locator(".results > [data-pane] > .chips a")).toHaveText(["Bình Phước", "Đồng Nai (cũ)"]);
  await page.locator(".results").getByRole("link", { name: "Đồng Nai (cũ)", exact: true }).first().click();
  await expect(page).toHaveURL(`${baseURL}so-sanh/?indicator=papi-internet&places=dong-nai-cu~ha-noi`);
  await expect(page.locator(".without")).toHaveCount(0);
  await expect(panel(page, "Tiếp cận Internet theo khảo sát PAPI").locator(".headline")).toContainText("Đồng Nai (cũ)");
});
