// Finding a province by typing, with or without marks.
import { BOTH, expect, expectAddress, open, panels, settled, test } from "./site.mjs";

test("home: dong nai finds both eras, arrows and Enter lead there", BOTH, async ({ page, baseURL }) => {
  await open(page, "./");
  const field = page.getByRole("combobox", { name: "Tìm tỉnh, thành của bạn" });
  const options = page.getByRole("option");
  await field.fill("dong nai");
  await expect(options).toHaveCount(2);
  await expect(options.nth(0)).toContainText(/^Đồng Nai *từ 1\/7\/2025/);
  await expect(options.nth(1)).toContainText(/^Đồng Nai \(cũ\) *trước 1\/7\/2025/);
  await expect(field).toHaveAttribute("aria-expanded", "true");

  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toBeFocused();

  await field.fill("đồng nai");
  await expect(options).toHaveCount(2);
  await expect(options.nth(0)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(field).toHaveAttribute("aria-activedescendant", await options.nth(1).getAttribute("id"));
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(0)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}tinh/dong-nai-cu/`);
  await expect(page.locator("h1")).toHaveText("Đồng Nai (cũ)");
});

test("home: what is not there gets a helpful sentence, and other spellings are found", async ({ page, baseURL }) => {
  await open(page, "./");
  const field = page.getByRole("combobox");
  await field.fill("xyz");
  await expect(page.getByText("Không có tỉnh nào tên như vậy. Thử tên cũ hoặc tên mới sau sáp nhập")).toBeVisible();
  await expect(page.getByRole("listbox")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(baseURL);
  for (const [typed, name] of [["TP.HCM", "Hồ Chí Minh"], ["sai gon", "Hồ Chí Minh"], ["  THUA thien hue ", "Huế"], ["dak lak", "Đắk Lắk"]]) {
    await field.fill(typed);
    await expect(page.getByRole("option").first(), typed).toContainText(name);
  }
  await expect(page.getByText("Không có tỉnh nào tên như vậy")).toBeHidden();
  // By pointer.
  await field.fill("ca mau");
  await page.getByRole("option", { name: /^Cà Mau \(cũ\)/ }).click();
  await expect(page).toHaveURL(`${baseURL}tinh/ca-mau-cu/`);
});

test("home: typed with a Vietnamese keyboard, decomposed marks are understood", async ({ page }) => {
  await open(page, "./");
  await page.getByRole("combobox").fill("Đồng Nai".normalize("NFD"));
  await expect(page.getByRole("option").first()).toContainText("Đồng Nai");
});

test("English: the search speaks English", async ({ page, baseURL }) => {
  await open(page, "en/");
  await page.getByRole("combobox", { name: "Find your province" }).fill("dong nai");
  await expect(page.getByRole("option").nth(1)).toContainText(/Dong Nai \(former\) *before 1 July 2025/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}en/places/dong-nai/`);
});

test("compare: adding and removing a place changes the address, the chips and the panels", BOTH, async ({ page, baseURL }) => {
  await open(page, "so-sanh/?indicator=papi-internet&places=dong-nai-cu~dong-thap-cu");
  const chips = page.locator(".chip > span");
  await expect(chips).toHaveText(["Đồng Nai (cũ)", "Đồng Tháp (cũ)"]);
  await expect(page.locator(".headline")).not.toContainText("Bình Thuận");
  await page.getByRole("combobox", { name: "Thêm tỉnh, thành" }).fill("binh thuan");
  await page.keyboard.press("Enter");
  await expectAddress(page, baseURL, "so-sanh/?indicator=papi-internet&places=dong-nai-cu~dong-thap-cu~binh-thuan");
  await expect(chips).toHaveText(["Đồng Nai (cũ)", "Đồng Tháp (cũ)", "Bình Thuận"]);
  await expect(page.locator(".headline")).toContainText("Bình Thuận");
  await expect(page.getByRole("combobox", { name: "Thêm tỉnh, thành" })).toHaveValue("");

  await page.getByRole("button", { name: "Bỏ Đồng Nai (cũ)" }).click();
  await expectAddress(page, baseURL, "so-sanh/?indicator=papi-internet&places=dong-thap-cu~binh-thuan");
  await expect(chips).toHaveText(["Đồng Tháp (cũ)", "Bình Thuận"]);
  await expect(page.locator(".headline")).not.toContainText("Đồng Nai");
  await expect(panels(page)).toHaveCount(1);
});

test("compare: six places at the most", async ({ page, baseURL }) => {
  const five = "ha-noi~hue~lai-chau~son-la~cao-bang";
  await open(page, `so-sanh/?indicator=dti&places=${five}`);
  await page.getByRole("combobox", { name: "Thêm tỉnh, thành" }).fill("lang son");
  await page.keyboard.press("Enter");
  await expect(page.locator(".chip")).toHaveCount(6);
  await expectAddress(page, baseURL, `so-sanh/?indicator=dti&places=${five}~lang-son`);
  await expect(page.getByText("Tối đa sáu tỉnh. Bỏ bớt một tỉnh để thêm tỉnh khác.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Thêm tỉnh, thành" })).toBeHidden();
  await page.getByRole("button", { name: "Bỏ Huế" }).click();
  await expect(page.locator(".chip")).toHaveCount(5);
  await expect(page.getByRole("combobox", { name: "Thêm tỉnh, thành" })).toBeVisible();
  // An address with more says what it left out.
  await page.goto(`so-sanh/?indicator=dti&places=${five}~lang-son~ha-giang~nghe-an`);
  await settled(page);
  await expect(page.locator(".chip")).toHaveCount(6);
  await expect(page.locator(".notices[role=status]")).toContainText("Chỉ hiện sáu tỉnh đầu; số tỉnh bị bỏ: 2");
});

test("compare: with one place left, others are suggested; with none, the page says how to begin", async ({ page, baseURL }) => {
  await open(page, "so-sanh/?indicator=papi-internet&places=ha-noi~hue");
  await page.getByRole("button", { name: "Bỏ Huế" }).click();
  const suggested = page.locator(".places .chips a");
  await expect(suggested.first()).toBeVisible();
  await suggested.first().click();
  await expect(page.locator(".chip")).toHaveCount(2);
  await expectAddress(page, baseURL, "so-sanh/?indicator=papi-internet&places=ha-noi~dong-nai-cu");
  await page.getByRole("button", { name: "Bỏ Hà Nội" }).click();
  await expect(page.locator(".chip")).toHaveCount(1);
  await page.getByRole("button", { name: "Bỏ Đồng Nai (cũ)" }).click();
  await expect(page.locator(".chip")).toHaveCount(0);
  await expect(suggested.first()).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Thêm tỉnh, thành" })).toBeVisible();
});

test("indicator: one's own province is marked in the ranking", async ({ page, baseURL }) => {
  await open(page, "chi-so/dti/");
  await page.getByRole("combobox").fill("dong nai cu");
  await expect(page.getByRole("option").first()).toContainText("Đồng Nai (cũ)");
  await page.keyboard.press("Enter");
  await expectAddress(page, baseURL, "chi-so/dti/?places=dong-nai-cu");
  await expect(page.locator(".headline")).toContainText(/Đồng Nai \(cũ\).*hạng \d+\/63/);
  // The drawing is folded around it, and says so; the table has all.
  const words = await page.locator(".frame svg:visible text").allTextContents();
  expect(words).toContain("…");
  expect(words.filter((it) => it.endsWith("Đồng Nai (cũ)"))).toHaveLength(1);
  const [, few] = /Hình nêu (\d+) trong 63/.exec(await page.locator(".panel").innerText());
  expect(words.filter((it) => /^0,\d+$/.test(it))).toHaveLength(Number(few));
  expect(Number(few)).toBeLessThan(20);
  await page.getByText("Bảng số liệu", { exact: true }).click();
  await expect(page.locator("tbody tr:not(.break)")).toHaveCount(63);
  await expect(page.locator("tr.chosen")).toHaveCount(1);
  await expect(page.locator("tr.chosen")).toContainText("Đồng Nai (cũ)");
});
