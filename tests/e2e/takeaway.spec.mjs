// What a reader takes away from a view: the sheets, with a script and without; snippets that follow the choices; copies
// that say they are made. The files and pictures themselves: takeaway-files.spec.mjs.
import { PAIR, expect, open, settled, test } from "./site.mjs";
import { clipboard, desk } from "./taken.mjs";

const VIEW = "chi-so/dti/?places=dong-nai-cu";
/** Each sheet by its id, its button, and what stands in it without a script. */
const SHEETS = [
  { id: "take-embed", button: "Nhúng vào trang khác", holds: "Khung nhúng" },
  { id: "take-picture", button: "Ảnh", holds: "PNG|SVG" },
  { id: "take-data", button: "Số liệu", holds: "Cả chỉ số" },
  { id: "take-cite", button: "Trích dẫn", holds: "BibTeX" },
];
const take = (page) => page.locator("section.take");
const opener = (page, name) => take(page).locator("> p.buttons").getByRole("button", { name, exact: true });
const sheet = (page, id) => page.locator(`#${id}`);
const said = (sheet) => sheet.locator(".said");
const snippet = (page, name) => page.locator(`#snippet-${name}`);
const latest = async (request) => (await (await request.get("data/versions.json")).json()).latest;

/** Opens a sheet by its button. */
async function opened(page, name) {
  const one = SHEETS.find((it) => it.button === name);
  await opener(page, name).click();
  await expect(sheet(page, one.id)).toBeVisible();
  return sheet(page, one.id);
}

/** The frame that a snippet would put on a page, as a browser reads it. */
async function framed(page, text) {
  const table = await desk(page);
  const frame = await table.evaluate((text) => {
    const body = new DOMParser().parseFromString(text, "text/html").body;
    const of = (name) => body.querySelector("iframe").getAttribute(name);
    return { src: of("src"), title: of("title"), width: of("width"), height: Number(of("height")), script: body.querySelector("script")?.getAttribute("src") ?? null };
  }, text);
  await table.close();
  return frame;
}

/** The address of a snippet's frame below the site's folder, and its query. */
async function target(page, name = "frame") {
  const { src } = await framed(page, await snippet(page, name).inputValue());
  const { pathname, searchParams } = new URL(src);
  return { path: pathname.replace(/^.*?\/(?=(en\/embed|nhung)\/)/, ""), query: Object.fromEntries(searchParams) };
}

for (const script of [true, false]) {
  for (const address of [VIEW, "so-sanh/"]) {
    test(`every sheet opens, closes and gives the focus back, ${script ? "with" : "without"} a script: ${address}`, async ({ reader }) => {
      const page = await reader({ javaScriptEnabled: script });
      await page.goto(address);
      if (script) await settled(page);
      for (const { id, button, holds } of SHEETS) {
        await expect(sheet(page, id)).toBeHidden();
        // By keyboard, and closed by Escape.
        await opener(page, button).focus();
        await page.keyboard.press("Enter");
        await expect(sheet(page, id)).toBeVisible();
        await expect(sheet(page, id)).toHaveRole("dialog");
        await expect(sheet(page, id)).toContainText(new RegExp(holds));
        await page.keyboard.press("Escape");
        await expect(sheet(page, id)).toBeHidden();
        await expect(opener(page, button)).toBeFocused();
        // By its own button, which is reached by Tab.
        await page.keyboard.press("Enter");
        await expect(sheet(page, id)).toBeVisible();
        const close = sheet(page, id).getByRole("button", { name: "Đóng" });
        for (let n = 0; n < 40 && !(await close.evaluate((it) => it === document.activeElement)); n += 1) await page.keyboard.press("Tab");
        await expect(close).toBeFocused();
        await page.keyboard.press("Enter");
        await expect(sheet(page, id)).toBeHidden();
        await expect(opener(page, button)).toBeFocused();
      }
    });
  }
}

test("without a script nothing is offered that needs one", async ({ reader, browserName }) => {
  test.skip(browserName === "firefox", "Firefox is told to run no script, and its styles do not hear of it");
  const page = await reader({ javaScriptEnabled: false });
  for (const address of [VIEW, "so-sanh/"]) {
    await page.goto(address);
    for (const { button } of SHEETS) {
      const one = await opened(page, button);
      await expect(one.locator("[data-take]:visible, input:visible")).toHaveCount(0);
      // A heading or a box that only such things would stand under is not left behind.
      for (const heading of await one.locator("h4:visible").all()) expect(await heading.innerText()).not.toBe("Khung nhìn đang xem");
      await one.getByRole("button", { name: "Đóng" }).click();
    }
    await expect(take(page).locator("[data-take]:visible")).toHaveCount(0);
  }
});

test("before the module answers, what needs it cannot be pressed", async ({ page }) => {
  let go;
  const wait = new Promise((done) => (go = done));
  await page.route(/\/assets\/app\.[^/]*\.wasm$/, async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(VIEW);
  for (const { button, id } of SHEETS) {
    const one = await opened(page, button);
    const live = await one.locator(".live-only, .live-only button, .live-only input").all();
    for (const it of live) await expect(it).toBeHidden();
    // No Tab leads to them either.
    for (let n = 0; n < 25; n += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => Boolean(document.activeElement.closest(".live-only")))).toBe(false);
    }
    await sheet(page, id).getByRole("button", { name: "Đóng" }).click();
  }
  go();
  await settled(page);
  const one = await opened(page, "Số liệu");
  await expect(one.getByRole("button", { name: "CSV" })).toBeVisible();
});

test("the snippets are those of the view, pinned to its version", async ({ page, request }) => {
  const version = await latest(request);
  await open(page, VIEW);
  await opened(page, "Nhúng vào trang khác");
  const expected = { path: `nhung/v/${version}/dti/`, query: { places: "dong-nai-cu" } };
  expect(await target(page)).toEqual(expected);
  expect(await target(page, "script")).toEqual(expected);
  const frame = await framed(page, await snippet(page, "frame").inputValue());
  expect(frame.title).toBe("Chỉ số chuyển đổi số cấp tỉnh (DTI)");
  expect(frame.width).toBe("100%");
  expect(frame.height).toBeGreaterThan(300);
  expect(frame.script).toBeNull();
  const scripted = await framed(page, await snippet(page, "script").inputValue());
  expect(new URL(scripted.script).pathname).toMatch(/\/nhung\/tinhso\.js$/);
  const picture = await snippet(page, "picture").inputValue();
  // The ready-made picture is of the default view, and so are its words and where it leads.
  expect(picture).toMatch(/^<a href="https?:[^"]+\/chi-so\/dti\/"><img src="https?:[^"]+\/pictures\/vi\/indicators\/dti\.png" alt="Chỉ số chuyển đổi số[^"]*trong 63 tỉnh/);
  expect(new URL(await snippet(page, "oembed").inputValue()).pathname).toMatch(/\/chi-so\/dti\/$/);

  // The view changes, and they with it.
  await page.keyboard.press("Escape");
  await page.locator(".views").getByRole("link", { name: "Bản đồ" }).click();
  await expect.poll(() => target(page)).toEqual({ path: expected.path, query: { ...expected.query, view: "map" } });
  expect(await target(page, "script")).toEqual(await target(page));
});

test("two definitions: the snippet is of the first, and says so by its title", async ({ page, request }) => {
  await open(page, PAIR);
  await expect(page.locator(".results .panel")).toHaveCount(2);
  await opened(page, "Nhúng vào trang khác");
  const name = await page.locator(".results .panel h2").first().innerText();
  const frame = await framed(page, await snippet(page, "frame").inputValue());
  expect(frame.title).toBe(name);
  const { path, query } = await target(page);
  expect(path).toMatch(new RegExp(`^nhung/v/${(await latest(request)).replaceAll(".", "\\.")}/[a-z0-9-]+/$`));
  expect(query.places?.split("~") ?? []).toEqual(["dong-nai-cu", "dong-thap-cu"]);
});

test("the default places go without saying on the compare page; an embed says them", async ({ page }) => {
  await open(page, "so-sanh/");
  await opened(page, "Nhúng vào trang khác");
  const { query } = await target(page);
  expect(query.places?.split("~") ?? []).toEqual(["dong-nai", "dong-thap"]);
});

test("every choice changes the snippets, and the preview is of the same view", async ({ page, request, baseURL }) => {
  const version = await latest(request);
  await open(page, VIEW);
  const one = await opened(page, "Nhúng vào trang khác");
  const preview = one.locator("[data-preview] iframe");
  await expect(preview).toHaveCount(0);
  await one.getByRole("button", { name: "Xem thử" }).click();
  await expect(preview).toHaveCount(1);
  const src = async () => new URL(await preview.getAttribute("src"), page.url());
  const places = { places: "dong-nai-cu" };
  const pinned = `nhung/v/${version}/dti/`;
  const steps = [
    ["Luôn theo số liệu mới nhất", { path: "nhung/dti/", query: places }],
    ["Giữ nguyên số liệu của bản này", { path: pinned, query: places }],
    ["tối", { path: pinned, query: { ...places, theme: "dark" } }],
    ["Nền trong suốt", { path: pinned, query: { ...places, theme: "dark", bg: "transparent" } }],
    ["English", { path: `en/embed/v/${version}/dti/`, query: { ...places, theme: "dark", bg: "transparent" } }],
    ["Có tên chỉ số", { path: `en/embed/v/${version}/dti/`, query: { ...places, theme: "dark", bg: "transparent", title: "0" } }],
  ];
  for (const [choice, expected] of steps) {
    await one.getByLabel(choice, { exact: true }).click();
    await expect.poll(() => target(page), choice).toEqual(expected);
    expect(await target(page, "script"), choice).toEqual(expected);
    // The preview stands on this very site, whatever its public address is.
    const shown = await src();
    expect(shown.href.startsWith(baseURL), shown.href).toBe(true);
    expect(shown.href.slice(baseURL.length).split("?")[0], choice).toBe(expected.path);
    expect(Object.fromEntries(shown.searchParams), choice).toEqual(expected.query);
  }
  expect((await framed(page, await snippet(page, "frame").inputValue())).title).toContain("Digital");
  expect(await snippet(page, "picture").inputValue()).toContain("/pictures/en/indicators/dti.png");
  expect(await snippet(page, "oembed").inputValue()).toContain("/en/indicators/dti/");
  // And in it are the places of the view.
  await preview.scrollIntoViewIfNeeded();
  const inside = page.frameLocator("[data-preview] iframe");
  await expect(inside.locator(".headline")).toContainText("Dong Nai");
  await expect(inside.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(inside.locator("header h1")).toBeHidden();
});

test("copies are made, and the sheet says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, VIEW);
  for (const [button, ids] of [
    ["Nhúng vào trang khác", ["snippet-frame", "snippet-script", "snippet-picture", "snippet-oembed"]],
    ["Trích dẫn", ["cite-vi", "cite-en", "cite-bibtex", "cite-csl"]],
  ]) {
    const one = await opened(page, button);
    await expect(said(one)).toBeEmpty();
    for (const id of ids) {
      await one.locator(`[data-from=${id}]`).click();
      await expect(said(one)).toHaveText("Đã sao chép.");
      await expect(said(one)).toBeVisible();
      const text = await page.locator(`#${id}`).inputValue();
      expect(text.length).toBeGreaterThan(20);
      expect((await clipboard(page))["text/plain"].trim()).toBe(text.trim());
    }
    await page.keyboard.press("Escape");
  }
  await take(page).getByRole("button", { name: "Sao chép liên kết" }).click();
  await expect(said(take(page)).first()).toHaveText("Đã sao chép liên kết tới hình này.");
  expect((await clipboard(page))["text/plain"]).toBe(page.url());
});

test("a browser that allows no copying: the text is selected, and the sheet says so", async ({ page }) => {
  await page.addInitScript(() => {
    // An empty page has none in Firefox.
    if (globalThis.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new Error("not allowed"));
  });
  await open(page, VIEW);
  const one = await opened(page, "Nhúng vào trang khác");
  await one.locator("[data-from=snippet-frame]").click();
  await expect(said(one)).toContainText("rồi tự sao chép");
  const selected = await snippet(page, "frame").evaluate((it) => it.value.slice(it.selectionStart, it.selectionEnd));
  expect(selected).toBe(await snippet(page, "frame").inputValue());
});

test("citations in both languages carry version and address; reference managers get the same", async ({ page, request }) => {
  const version = await latest(request);
  for (const address of [VIEW, "so-sanh/?topic=broadband&places=dong-nai-cu~binh-duong"]) {
    await open(page, address);
    await opened(page, "Trích dẫn");
    const of = (id) => page.locator(`#cite-${id}`).inputValue();
    const own = address.split("?")[1];
    for (const [id, path, words] of [["vi", /\/(chi-so|so-sanh)\//, `bản ${version}`], ["en", /\/en\/(indicators|compare)\//, `version ${version}`]]) {
      const text = await of(id);
      expect(text).toContain(words);
      expect(text).toMatch(path);
      expect(text).toMatch(/^Tỉnh Số \(20\d\d\)\. /);
      expect(text).toContain(own.match(/places=[^&]*/)[0]);
      expect(text).toContain(id === "vi" ? "Đồng Nai (cũ)" : "Dong Nai (former)");
      expect(text).not.toMatch(/undefined|None|null|\(\)|\. \. /);
    }
    const [entry] = JSON.parse(await of("csl"));
    expect(entry).toMatchObject({ type: "dataset", version, publisher: "Tỉnh Số" });
    expect(entry.issued["date-parts"][0][0]).toBe(Number(version.slice(0, 4)));
    expect(entry.URL).toMatch(/^https?:\/\//);
    expect(await of("bibtex")).toContain(entry.URL);
  }
});

test("the device's own sheet for sharing is offered where there is one", async ({ reader }) => {
  const page = await reader();
  await page.addInitScript(() => {
    window.shared = [];
    Object.defineProperty(Navigator.prototype, "share", { configurable: true, value: async (data) => void window.shared.push({ ...data }) });
  });
  await open(page, VIEW);
  const button = take(page).locator("[data-take=share]");
  await expect(button).toBeVisible();
  await button.click();
  await expect.poll(() => page.evaluate(() => shared)).toEqual([{ title: expect.stringMatching(/DTI.*Đồng Nai/), url: page.url() }]);

  const without = await reader();
  await without.addInitScript(() => delete Navigator.prototype.share);
  await open(without, VIEW);
  await expect(take(without).locator("[data-take=address]")).toBeVisible();
  await expect(take(without).locator("[data-take=share]")).toBeHidden();
});
