// When something is missing or broken on the way: what stands on the page stays, one sentence says what happened, and
// trying again works.
import { PAIR, atRest, expect, expectAddress, open, panel, panelNames, settled, test, use } from "./site.mjs";

const WASM = /\/assets\/app\.[^/]*\.wasm$/;
const CHART = /\/assets\/chart\.[^/]*\.js(\?\d+)?$/;
const SNAPSHOTS = /\/data\/v\//;
const INDEX = /\/data\/v\/[^/]+\/index\.json/;
/** What the browser itself says of answers that are no good. */
const BROWSER = [/^answer [45]\d\d: /, /^console: Failed to load resource/, /^failed: /];

const LOAD_FAILED = "Không tải được số liệu. Nội dung có sẵn trên trang vẫn đọc được.";
const BLOCKED = "Phần tương tác không tải được, hoặc trình duyệt này không chạy được nó. Mọi con số, biểu đồ và bảng trên trang vẫn đọc được.";
const CHART_FAILED = "Không tải được biểu đồ động; hình vẽ và bảng ở đây vẫn đủ số liệu.";

const notice = (page) => page.locator("#notice");
const retry = (page) => notice(page).getByRole("button", { name: "Thử lại" });

/** Two provinces of before July 2025, which have figures on the topics chosen below. */
const BROADBAND = PAIR.replace("smartphones", "broadband");
/** The default comparison as the document holds it, and the comparison of `PAIR`. */
const DEFAULT = { panels: 1, figure: "89,99" };
const OF_PAIR = { panels: 2, figure: "83,5" };

async function expectReadable(page, { panels, figure } = DEFAULT) {
  await expect(page.locator(".panel")).toHaveCount(panels);
  await expect(page.locator(".results")).toBeVisible();
  await expect(page.locator(".headline").first()).toBeVisible();
  await expect(page.locator("tbody").first()).toBeVisible();
  await expect(page.locator("tbody").first()).toContainText(figure);
  await expect(page.locator(".frame svg:visible")).toHaveCount(panels);
}

async function expectNotice(page, sentence) {
  await expect(notice(page)).toBeVisible();
  await expect(notice(page).locator("[data-sentence]")).toHaveText(sentence);
  await expect(page.getByRole("status").filter({ visible: true, hasText: /\S/ })).toHaveCount(1);
  await atRest(page);
}

const corrupt = async (route, change) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.text()) });
};

for (const [name, answer] of [
  ["missing", (route) => route.fulfill({ status: 404, body: "" })],
  ["corrupt", (route) => route.fulfill({ status: 200, contentType: "application/wasm", body: "\0asm not really" })],
  ["cut off", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 200_000) });
  }],
  ["unreachable", (route) => route.abort("connectionfailed")],
]) {
  test(`the module is ${name}`, async ({ page, watch }) => {
    watch.allow(...BROWSER, /^console: .*WebAssembly/);
    await page.route(WASM, answer);
    await page.goto(BROADBAND);
    await expectNotice(page, BLOCKED);
    await expectReadable(page);
    await page.unroute(WASM);
    await retry(page).click();
    await settled(page);
    await expect(notice(page)).toBeHidden();
    await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
  });
}

test("the start script is missing: whoever only reads is told nothing, whoever uses the page is", async ({ page, watch }) => {
  const START = /\/assets\/app\.[^/]*\.js(\?\d+)?$/;
  watch.allow(...BROWSER);
  await page.route(START, (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto("so-sanh/");
  await expectReadable(page);
  await atRest(page);
  await expect(notice(page)).toBeHidden();
  await use(page);
  await expectNotice(page, BLOCKED);
  await expectReadable(page);
  await page.goto("./");
  await expect(page.locator(".themes article")).toHaveCount(4);
  await page.goto(BROADBAND);
  await expectNotice(page, BLOCKED);
  await expectReadable(page);
  await page.unroute(START);
  await retry(page).click();
  await settled(page);
  await expect(notice(page)).toBeHidden();
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
});

for (const [name, answer] of [
  ["missing", (route) => route.fulfill({ status: 404, body: "" })],
  ["always 500", (route) => route.fulfill({ status: 500, body: "" })],
  ["unreachable", (route) => route.abort("internetdisconnected")],
]) {
  test(`the snapshots are ${name}: the page stays, trying again works at once`, async ({ page, watch }) => {
    watch.allow(...BROWSER);
    await page.route(SNAPSHOTS, answer);
    await page.goto(BROADBAND);
    await expectNotice(page, LOAD_FAILED);
    await expectReadable(page);
    await expect(notice(page).locator("[data-detail]")).toContainText("index.json");
    await page.unroute(SNAPSHOTS);
    await retry(page).click();
    await settled(page);
    await expect(notice(page)).toBeHidden();
    await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
  });
}

test("a damaged snapshot: what is wrong with it is said, whatever it is", async ({ page, watch }) => {
  watch.allow(...BROWSER);
  let damage;
  await page.route(INDEX, (route) => damage(route));
  const kinds = [
    [(route) => corrupt(route, (text) => text.slice(0, text.length / 2)), /index\.json: .*EOF/],
    // A hotel's log-in page in its place.
    [(route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Wi-Fi</title>" }), /index\.json: .*line 1 column 1$/],
    [(route) => corrupt(route, (text) => text.replace(/"version":\s*"[^"]+"/, '"version":"2031.01.0"')), /index\.json: .*2031\.01\.0/],
    [(route) => corrupt(route, (text) => text.replace("/index/1", "/index/9")), /index\.json.*schema.*9/],
  ];
  for (const [n, [answer, detail]] of kinds.entries()) {
    damage = answer;
    if (n === 0) await page.goto(BROADBAND);
    else await retry(page).click();
    await expect(notice(page).locator("[data-detail]")).toHaveText(detail);
    await expectNotice(page, LOAD_FAILED);
    await expectReadable(page);
  }
  // Whoever wants to read what it covers puts it away; the next try that fails says so again.
  await notice(page).getByRole("button", { name: "Đóng" }).click();
  await expect(notice(page)).toBeHidden();
  await expectReadable(page);
  damage = (route) => route.continue();
  await page.reload();
  await settled(page);
  await expect(notice(page)).toBeHidden();
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
});

test("a server that stumbles twice is asked again by itself", async ({ page, watch }) => {
  watch.allow(...BROWSER);
  let asked = 0;
  await page.route(INDEX, (route) => (++asked <= 2 ? route.fulfill({ status: 500, body: "" }) : route.continue()));
  await page.goto(BROADBAND);
  await settled(page);
  expect(asked).toBeGreaterThan(2);
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
  await expect(notice(page)).toBeHidden();
});

test("offline when another topic is chosen: the view stays, trying again works", async ({ page, context, baseURL, watch }) => {
  watch.allow(...BROWSER);
  await open(page, PAIR);
  await context.setOffline(true);
  const subject = page.getByLabel("Nhóm chỉ số hoặc chỉ số");
  await subject.selectOption("topic:broadband");
  await expectNotice(page, LOAD_FAILED);
  await expectReadable(page, OF_PAIR);
  await context.setOffline(false);
  await retry(page).click();
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
  await expectAddress(page, baseURL, BROADBAND);
  await expect(subject).toHaveValue("topic:broadband");
  await expect(notice(page)).toBeHidden();
  await atRest(page);
});

test("offline when another topic is chosen: controls do not claim what is not shown", async ({ page, context, watch }) => {
  watch.allow(...BROWSER);
  await open(page, PAIR);
  await context.setOffline(true);
  const subject = page.getByLabel("Nhóm chỉ số hoặc chỉ số");
  await subject.selectOption("topic:broadband");
  await expectNotice(page, LOAD_FAILED);
  await expect(panel(page, "Người dân có điện thoại thông minh")).toBeVisible();
  await expect(subject).toHaveValue("topic:smartphones");
});

test("a notice goes when a later choice succeeds", async ({ page, context, watch }) => {
  watch.allow(...BROWSER);
  await open(page, PAIR);
  await context.setOffline(true);
  await page.getByLabel("Nhóm chỉ số hoặc chỉ số").selectOption("topic:broadband");
  await expectNotice(page, LOAD_FAILED);
  await context.setOffline(false);
  await page.getByLabel("Nhóm chỉ số hoặc chỉ số").selectOption("topic:e-payments");
  await expect(panelNames(page).first()).toHaveText("Người dân có tài khoản thanh toán điện tử");
  await expect(notice(page)).toBeHidden();
});

test("what has been read once is there offline", async ({ page, context, watch }) => {
  watch.allow(...BROWSER);
  await open(page, BROADBAND);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Bảng", exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  await expect(page.locator("tbody").first()).toContainText("79,5");
  await page.goBack();
  await expect(page).not.toHaveURL(/view=table/);
  await expect(notice(page)).toBeHidden();
});

test("one file of several is missing: nothing half is shown", async ({ page, watch }) => {
  watch.allow(...BROWSER);
  await open(page, PAIR);
  await page.route(/fixed-broadband-households\.json$/, (route) => route.fulfill({ status: 404, body: "" }));
  await page.getByLabel("Nhóm chỉ số hoặc chỉ số").selectOption("topic:broadband");
  await expectNotice(page, LOAD_FAILED);
  await expectReadable(page, OF_PAIR);
  await expect(notice(page).locator("[data-detail]")).toContainText("fixed-broadband-households");
  await page.unroute(/fixed-broadband-households\.json$/);
  await retry(page).click();
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
});

test("the quicker of two choices does not win over the later", async ({ page }) => {
  await open(page, PAIR);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route(/fixed-broadband-households\.json$/, async (route) => {
    await held;
    await route.continue();
  });
  const subject = page.getByLabel("Nhóm chỉ số hoặc chỉ số");
  await subject.selectOption("topic:broadband");
  await expect(page.locator("html[data-busy]")).toBeAttached();
  await subject.selectOption("topic:e-payments");
  await expect(panelNames(page).first()).toHaveText("Người dân có tài khoản thanh toán điện tử");
  const arrived = page.waitForResponse(/fixed-broadband-households\.json$/);
  release();
  await arrived;
  await atRest(page);
  await expect(panelNames(page).first()).toHaveText("Người dân có tài khoản thanh toán điện tử");
  await expect(page).toHaveURL(/topic=e-payments/);
  await expect(subject).toHaveValue("topic:e-payments");
});

test("the chart code is missing: one sentence, the drawing and the table stay, later it works", async ({ page, watch }) => {
  watch.allow(...BROWSER, /^console: .*(dynamically imported|chart\.)/);
  await page.route(CHART, (route) => route.fulfill({ status: 404, body: "" }));
  await open(page, "so-sanh/");
  const first = page.locator(".panel").first();
  await first.locator(".frame").focus();
  await expect(first.getByText(CHART_FAILED)).toBeVisible();
  await expect(page.getByText(CHART_FAILED)).toHaveCount(1);
  await expect(first.locator(".frame svg:visible")).toHaveCount(1);
  await expect(first.locator("tbody")).toBeVisible();
  await atRest(page);
  await expect(notice(page)).toBeHidden();
  // The keyboard reads on.
  await page.keyboard.press("ArrowDown");
  await expect(first.locator(".readout")).toContainText("89,99");
  await page.unroute(CHART);
  await first.locator(".frame").hover({ position: { x: 200, y: 20 } });
  await expect(first.locator(".frame")).toHaveClass(/is-live/);
  await expect(first.getByText(CHART_FAILED)).toHaveCount(0);
});

test("the chart code is missing for a view of its own: drawing and table are there", async ({ page, watch }) => {
  watch.allow(...BROWSER, /^console: .*(dynamically imported|chart\.)/);
  await page.route(CHART, (route) => route.fulfill({ status: 404, body: "" }));
  await open(page, BROADBAND);
  const connected = panel(page, "Hộ gia đình có Internet băng rộng cố định");
  await expect(connected.locator(".frame svg:visible")).toHaveCount(1);
  await connected.locator(".frame").focus();
  await expect(connected.getByText(CHART_FAILED)).toBeVisible();
  await expect(connected.locator(".frame svg:visible")).toHaveCount(1);
  await expect(connected.locator("tbody")).toContainText("79,5");
  await expect(connected.locator("tbody")).toBeVisible();
  await atRest(page);
});

test("on the home page a broken index leaves maps and themes", async ({ page, watch }) => {
  watch.allow(...BROWSER);
  await page.route(INDEX, (route) => corrupt(route, (text) => text.slice(0, 1000)));
  await page.goto("./");
  await use(page);
  await expectNotice(page, LOAD_FAILED);
  await expect(page.locator(".era-34 a.tile")).toHaveCount(34);
  await expect(page.locator(".themes article")).toHaveCount(4);
  await page.unroute(INDEX);
  await retry(page).click();
  await settled(page);
  await page.getByRole("combobox").fill("hue");
  await expect(page.getByRole("option").first()).toContainText("Huế");
});

test("storage and clipboard forbidden: the page works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    }
  });
  await open(page, PAIR);
  await page.getByLabel("Nhóm chỉ số hoặc chỉ số").selectOption("topic:broadband");
  await expect(panelNames(page).first()).toHaveText("Hộ gia đình có Internet băng rộng cố định");
  // A host without encryption has no clipboard: the button must not end the module.
  const copy = page.getByRole("button", { name: "Sao chép liên kết" });
  if (await copy.isVisible()) await copy.click();
  await page.getByRole("button", { name: "Bảng", exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
});
