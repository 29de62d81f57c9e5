// One view, one address: sent, reloaded, gone back to, or mangled on the way.
import { BOTH, expect, expectAddress, open, panelNames, panels, settled, summary, test } from "./site.mjs";

const START = "so-sanh/?topic=broadband&places=dong-nai-cu~dong-thap-cu";

test("every choice is an address; back and forward restore the views", BOTH, async ({ page, baseURL }) => {
  await open(page, "so-sanh/");
  const views = [await summary(page)];
  const addresses = ["so-sanh/"];
  const step = async (act, address, shows) => {
    await act();
    await expectAddress(page, baseURL, address);
    await shows();
    views.push(await summary(page));
    addresses.push(address);
  };
  const subject = page.getByLabel("Nhóm chỉ số hoặc chỉ số");
  await step(
    () => subject.selectOption("topic:decision-766"),
    "so-sanh/?topic=decision-766&places=dong-nai~dong-thap",
    () => expect(panelNames(page).first()).toHaveText("Chỉ số phục vụ người dân, doanh nghiệp (766), 2026"),
  );
  await step(
    () => page.getByRole("button", { name: "Bảng", exact: true }).click(),
    "so-sanh/?topic=decision-766&places=dong-nai~dong-thap&view=table",
    () => expect(page.locator(".frame")).toHaveCount(0),
  );
  await step(
    () => page.locator("fieldset select").first().selectOption("2025-08-29"),
    "so-sanh/?topic=decision-766&places=dong-nai~dong-thap&time=2025-08-29&view=table",
    () => expect(page.locator("td.period").filter({ hasNotText: "29/8/2025" })).toHaveCount(0),
  );
  await step(
    () => subject.selectOption("indicator:dti-34"),
    "so-sanh/?indicator=dti-34&places=dong-nai~dong-thap",
    () => expect(panelNames(page)).toHaveText(["Chỉ số DTI theo 34 tỉnh, thành"]),
  );
  // The default view has the plain address.
  await step(
    () => subject.selectOption("indicator:portal-paid-online"),
    "so-sanh/",
    () => expect(panelNames(page).first()).toHaveText("Hồ sơ thủ tục hành chính được nộp phí, lệ phí trực tuyến"),
  );
  expect(views.at(-1)).toEqual(views[0]);
  for (let n = views.length - 2; n >= 0; n--) {
    await page.goBack();
    await expectAddress(page, baseURL, addresses[n]);
    await expect.poll(() => summary(page), `back to ${addresses[n]}`).toEqual(views[n]);
  }
  for (let n = 1; n < views.length; n++) {
    await page.goForward();
    await expectAddress(page, baseURL, addresses[n]);
    await expect.poll(() => summary(page), `forward to ${addresses[n]}`).toEqual(views[n]);
  }
  await expect(page.locator("#notice")).toBeHidden();
});

test("an address shows the same after a reload, and to another reader", BOTH, async ({ page, reader }) => {
  await open(page, START);
  await page.getByRole("button", { name: "Bảng", exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  await page.locator("fieldset select").first().selectOption("2023");
  await expect(page).toHaveURL(/time=2023/);
  const seen = await summary(page);
  expect(seen.chips).toEqual(["Đồng Nai (cũ)", "Đồng Tháp (cũ)"]);
  expect(seen.pressed).toEqual(["Bảng"]);
  expect(seen.time).toBe("2023");
  await page.reload();
  await settled(page);
  await expect.poll(() => summary(page)).toEqual(seen);
  const other = await reader();
  await open(other, page.url());
  await expect.poll(() => summary(other)).toEqual(seen);
});

test("the default view is not shown before the one asked for", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = (window.seen = []);
    const look = () => {
      const headline = document.querySelector(".results .headline");
      if (headline && getComputedStyle(headline).visibility === "visible") {
        const text = headline.textContent;
        if (seen.at(-1) !== text) seen.push(text);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await open(page, START);
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
  await expect.poll(() => page.evaluate(() => window.seen.length)).toBeGreaterThan(0);
  const seen = await page.evaluate(() => window.seen);
  expect(seen).toEqual([seen.at(-1)]);
});

test("a span of time has two ends", async ({ page, baseURL }) => {
  await open(page, "so-sanh/?indicator=papi-internet&places=ha-noi&view=table");
  const [from, to] = [page.locator("fieldset select").nth(0), page.locator("fieldset select").nth(1)];
  await expect(to).toBeHidden();
  await from.selectOption("2021");
  await expect(to).toBeVisible();
  await to.selectOption("2023");
  await expectAddress(page, baseURL, "so-sanh/?indicator=papi-internet&places=ha-noi&time=2021..2023&view=table");
  await open(page, "so-sanh/?indicator=papi-internet&places=ha-noi&time=2021..2023&view=line");
  await expect(page.locator("td.period")).toHaveText(["2021", "2022", "2023"]);
  await expect(from).toHaveValue("2021");
  await expect(to).toHaveValue("2023");
});

test("what an address says and nobody understands is named, and the rest is kept", async ({ page }) => {
  await open(page, "so-sanh/?topic=khong-co&places=dong-nai-cu~atlantis&view=pie&time=hom-qua&basis=99&utm_source=zalo");
  const notices = page.locator(".notices[role=status] li");
  for (const said of ["topic=khong-co", "places=atlantis", "view=pie", "time=hom-qua", "basis=99"]) {
    await expect(notices.filter({ hasText: said }), said).toHaveText(
      `Địa chỉ có phần không hiểu được, đã bỏ qua: ${said}`,
    );
  }
  await expect(notices).toHaveCount(5);
  await expect(notices.first()).toBeVisible();
  await expect(page.locator(".chip > span")).toHaveText(["Đồng Nai (cũ)"]);
  await expect(panelNames(page)).toHaveText(["Người dân có điện thoại thông minh"]);
});

test("notices go when the next choice is made", async ({ page }) => {
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu~atlantis");
  await expect(page.locator(".notices[role=status]")).toBeVisible();
  await page.getByRole("button", { name: "Bảng", exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  await expect(page.locator(".notices[role=status]")).toHaveCount(0);
  await expect(page.locator(".chip > span")).toHaveText(["Đồng Nai (cũ)"]);
});

test("an indicator page keeps what it understands", async ({ page }) => {
  await open(page, "chi-so/dti/?places=dong-nai-cu~nowhere&time=nope");
  await expect(page.locator(".notices li")).toHaveText([
    "Địa chỉ có phần không hiểu được, đã bỏ qua: time=nope",
    "Địa chỉ có phần không hiểu được, đã bỏ qua: places=nowhere",
  ]);
  await expect(page.locator(".headline")).toContainText("Đồng Nai (cũ)");
});

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "__proto__",
  "constructor",
  "abc\u202egnp.exe",
  "a\u0300\u0301\u0302\u200b\u2066",
  "a\u0000b",
  "../../etc/passwd",
  "javascript:alert(1)",
  "x".repeat(300),
].map(encodeURIComponent);

test("hostile values are shown as text or left aside", async ({ page }) => {
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  const [script, image, proto, , override] = HOSTILE;
  for (const query of [
    `topic=${script}&places=${HOSTILE.join("~")}~dong-nai-cu&view=${image}&time=${override}&basis=${proto}`,
    // Broken escapes, bytes that are no text, keys that are no keys.
    `topic=%ff%fe%80%zz%&places=%~%00~dong-nai-cu&view=&time=9999999999&basis=-1&__proto__[x]=1&=&&`,
    `indicator=${"y".repeat(1500)}&places=dong-nai-cu`,
  ]) {
    await open(page, `so-sanh/?${query}`);
    await expect(page.locator("#notice")).toBeHidden();
    await expect(page.locator(".chip > span").first()).toHaveText("Đồng Nai (cũ)");
    const notices = page.locator(".notices[role=status] li");
    await expect(notices.first()).toBeVisible();
    for (const text of await notices.allInnerTexts()) {
      expect(text.length).toBeLessThan(160);
      expect(text).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/);
    }
    // What charts begin with is data, and no script that runs.
    await expect(page.locator('main script:not([type="application/json"]), main img')).toHaveCount(0);
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await page.evaluate(() => ({}).x)).toBe(undefined);
  }
});

test("a key said twice counts once, and an endless address is cut", async ({ page }) => {
  await open(page, "so-sanh/?topic=broadband&topic=smartphones&places=dong-nai-cu");
  await expect(page.locator(".notices li")).toHaveText(["Địa chỉ nêu hai lần, chỉ tính lần đầu: topic"]);
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình nằm trong vùng phủ cáp quang");
  await open(page, `so-sanh/?topic=broadband&places=dong-nai-cu~${"ha-noi~".repeat(600)}`);
  await expect(page.locator(".chip > span").first()).toHaveText("Đồng Nai (cũ)");
  await expect(panels(page).first()).toBeVisible();
});

test("messengers and typists change an address without harm", async ({ page, baseURL }) => {
  // A tracking tail, an encoded separator, a missing slash, index.html, a fragment.
  await open(page, "so-sanh/?topic=broadband&places=dong-nai-cu%7Edong-thap-cu&fbclid=abc&zarsrc=30#top");
  await expect(page.locator(".chip > span")).toHaveText(["Đồng Nai (cũ)", "Đồng Tháp (cũ)"]);
  await expect(page.locator(".notices[role=status]")).toHaveCount(0);
  await page.goto("phuong-phap");
  await expect(page).toHaveURL(`${baseURL}phuong-phap/`);
  await open(page, "so-sanh/index.html?topic=e-payments");
  await expect(page.locator("form.query select").first()).toHaveValue("topic:e-payments");
});

test("the address of the view is copied", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(baseURL).origin });
  await open(page, START);
  await page.getByRole("button", { name: "Sao chép liên kết" }).click();
  await expect(page.getByText("Đã sao chép liên kết tới hình này.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});
