// A host that listens gives the frame the height of what is in it, whichever of the usual forms it listens for; a narrow
// column, an opened table and a live chart change it, and it comes to rest each time.
import { askedFor, expect, expectStill, inside, test } from "./hosts/host.mjs";

const ONE = "nhung/dti/";

/** Each host by its script, and how its iframe is written. */
const HOSTS = {
  "our own script": (host) => [host.frame(ONE, { height: 300 }), [`${host.site}nhung/tinhso.js`]],
  "our own script, sandboxed": (host) => [host.frame(ONE, { height: 300, sandbox: "allow-scripts" }), [`${host.site}nhung/tinhso.js`]],
  AMP: (host) => [host.frame(ONE, { "data-amp": "", frameborder: 0, sandbox: "allow-scripts" }), ["/amp.js"]],
  "JSON text": (host) => [host.frame(ONE, { frameborder: 0 }), ["/json.js"]],
  Pym: (host) => [`<div id="chart-1" data-pym-src="${host.site}${ONE}?theme=light"></div>`, []],
};

for (const [name, write] of Object.entries(HOSTS)) {
  test(`${name} gives the frame its height`, async ({ page, host }) => {
    let [body, scripts] = write(host);
    // Pym looks for its places as soon as it runs.
    if (name === "Pym") body += '<script src="/pym.js"></script>';
    await host.show(page, body, { scripts, style: "body { max-width: 620px }" });
    await expectStill(page);

    const before = await askedFor(page);
    await (await inside(page)).locator("details.table > summary").click();
    await expect.poll(() => askedFor(page)).not.toBe(before);
    await expectStill(page);
  });
}

test("the height follows the width, and the live chart", async ({ page, host }) => {
  await host.show(page, host.frame(ONE, { width: "100%" }), { scripts: [`${host.site}nhung/tinhso.js`] });
  for (const width of [1000, 320, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await expectStill(page);
  }
  const frame = await inside(page);
  await frame.locator("figure .frame").first().hover();
  await expect(frame.locator(".frame").first()).toHaveClass(/is-live/);
  await expectStill(page);
});

test("two on a page have a height each", async ({ page, host }) => {
  const frames = host.frame(`${ONE}?id=first`, { class: "first" }) + host.frame("nhung/smartphone-population/?id=second", { class: "second", width: 320 });
  await host.show(page, frames, { scripts: [`${host.site}nhung/tinhso.js`, `${host.site}nhung/tinhso.js`] });
  await expectStill(page, ".first");
  await expectStill(page, ".second");
  for (const id of ["first", "second"]) expect(await page.locator(`.${id}`).evaluate((it) => it.clientHeight)).toBe(await askedFor(page, id));
});

test("a script that comes after the frame, and a frame that comes after the script", async ({ page, host }) => {
  await host.show(page, host.frame(ONE, { height: 300, class: "early" }));
  await expect.poll(() => askedFor(page)).toBeGreaterThan(0);
  await page.addScriptTag({ url: `${host.site}nhung/tinhso.js` });
  await expectStill(page, ".early");
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), host.frame("nhung/smartphone-population/", { height: 90, class: "late" }));
  await expectStill(page, ".late");
});

test("a strict host needs to allow only our origin", async ({ page, host, baseURL }) => {
  const { origin } = new URL(baseURL);
  const csp = `default-src 'none'; script-src 'self' ${origin}; frame-src ${origin}`;
  await host.show(page, host.frame(ONE), { csp, scripts: [`${host.site}nhung/tinhso.js`] });
  await expectStill(page);
});

test("what others send does not move our frame", async ({ page, host }) => {
  await host.show(page, host.frame(ONE), { scripts: [`${host.site}nhung/tinhso.js`] });
  await expectStill(page);
  const frame = page.locator("iframe");
  const before = await frame.evaluate((it) => it.clientHeight);
  await page.evaluate(() => {
    for (const height of [1, 1e9, "300px", NaN]) postMessage({ type: "tinhso:height", v: 1, id: "dti", height }, "*");
    for (const odd of [null, "x", [], { type: "tinhso:height" }]) postMessage(odd, "*");
  });
  await expectStill(page);
  expect(await frame.evaluate((it) => it.clientHeight)).toBe(before);
});

test("in a low frame nobody has to scroll for verdict, source, period and link", async ({ page, host }) => {
  await host.show(page, host.frame(ONE, { width: 320, height: 300 }) + host.frame(ONE, { width: 600, height: 500, class: "wide" }));
  for (const selector of ["iframe", "iframe.wide"]) {
    const frame = await inside(page, `${selector} >> nth=0`);
    const below = await frame.evaluate(() =>
      [".sign .symbol", "footer p:first-child", "footer p:nth-child(2)", "footer .home a"].filter((it) => {
        const box = document.querySelector(it).getBoundingClientRect();
        return box.top < 0 || box.bottom > innerHeight;
      }),
    );
    expect(below, selector).toEqual([]);
  }
});
