// Other people's pages that show our embeds: served from another origin, with the scripts such hosts have.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { expect, test as base } from "../site.mjs";

const here = import.meta.dirname;
const modules = resolve(here, "../../../node_modules");
// The real ones where a licence lets them lie beside us.
const SCRIPTS = {
  "/log.js": join(here, "log.js"),
  "/amp.js": join(here, "amp.js"),
  "/json.js": join(here, "json.js"),
  "/wp-embed.js": process.env.TINHSO_WORDPRESS
    ? join(process.env.TINHSO_WORDPRESS, "wp-includes/js/wp-embed.js")
    : join(here, "wp-embed.js"),
  "/pym.js": join(modules, "pym.js/dist/pym.v1.js"),
};

class Host {
  #server;
  #pages = new Map();

  constructor(site) {
    /** The site's own address. */
    this.site = site;
  }

  async start() {
    this.#server = createServer((request, response) => {
      const path = request.url.split("?")[0];
      const page = this.#pages.get(path);
      const script = SCRIPTS[path];
      if (page) {
        const headers = { "content-type": "text/html; charset=utf-8" };
        if (page.csp) headers["content-security-policy"] = page.csp;
        response.writeHead(200, headers).end(page.html);
      } else if (script) {
        response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(readFileSync(script));
      } else {
        // A browser asks for the icon of a page that has none.
        response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
      }
    });
    await new Promise((done) => this.#server.listen(0, "127.0.0.1", done));
    // Not the site's host by name: another origin, and another site.
    this.home = `http://127.0.0.1:${this.#server.address().port}/`;
    return this;
  }

  stop() {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(done));
  }

  /** An iframe as a host would write it; `address` lies below the site's folder. */
  frame(address, attributes = {}) {
    const all = { src: this.site + address, title: "Tỉnh Số", width: 600, height: 500, ...attributes };
    const quoted = Object.entries(all).map(([name, value]) => ` ${name}="${String(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`);
    return `<iframe${quoted.join("")}></iframe>`;
  }

  /**
   * Opens a page with this body. `scripts`: what else it loads; `tall`: more of the article above and below; `until`: what is
   * waited for, less than all of it where a file is held back.
   */
  async show(page, body, { scripts = [], csp, style = "", tall = false, until = "load" } = {}) {
    const path = `/${this.#pages.size + 1}/`;
    const more = '<p class="filler">…</p>'.repeat(tall ? 40 : 0);
    const loaded = ["/log.js", ...scripts].map((src) => `<script src="${src}"></script>`).join("\n");
    const styled = style && `<style>${style}</style>`;
    const html = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Báo của người khác</title>
${styled}
${loaded}
<p><button id="before">Trước</button></p>
${body}
<p><button id="after">Sau</button></p>
${more}
</html>`;
    this.#pages.set(path, { html, csp });
    await page.goto(this.home + path.slice(1), { waitUntil: until });
    return page;
  }
}

export const test = base.extend({
  /** Somebody else's server. */
  host: async ({ baseURL, watch }, use) => {
    const host = await new Host(baseURL).start();
    watch.homes.push(host.home);
    await use(host);
    await host.stop();
  },
});

export { expect };

/** The frame inside an iframe of the page, as Playwright's Frame. */
export async function inside(page, selector = "iframe") {
  const frame = await (await page.locator(selector).elementHandle()).contentFrame();
  await frame.locator("#embed").waitFor({ state: "attached" });
  return frame;
}

/** The last height that a frame has asked for in our own form. */
export const askedFor = (page, id) =>
  page.evaluate((id) => heard.filter((it) => it?.type === "tinhso:height" && (!id || it.id === id)).at(-1)?.height, id);

/** The frame stands at the height of what is in it, and goes on doing so: neither message nor height changes any more. */
export async function expectStill(page, selector = "iframe") {
  const frame = await inside(page, selector);
  // Chromium lays out no frame of another origin that nobody sees.
  await page.locator(selector).scrollIntoViewIfNeeded();
  const content = () => frame.evaluate(() => Math.ceil(document.getElementById("embed").getBoundingClientRect().bottom + scrollY));
  const given = () => page.locator(selector).evaluate((it) => it.clientHeight);
  await expect.poll(async () => (await given()) - (await content())).toBe(0);
  const before = [await given(), await page.evaluate(() => heard.length)];
  // A loop would go on with every frame that is painted.
  await page.evaluate(async () => {
    for (let n = 0; n < 60; n += 1) await new Promise(requestAnimationFrame);
  });
  expect([await given(), await page.evaluate(() => heard.length)]).toEqual(before);
  // No bar to scroll with.
  expect(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
}

/** Keeps a picture of the page with the results. */
export async function keep(page, info, name) {
  await page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
}

/** The colour that a picture has at a point. */
export async function colourAt(page, x, y) {
  const picture = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async ([picture, x, y]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
      context.drawImage(image, 0, 0);
      return [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
    },
    [picture, x, y],
  );
}
