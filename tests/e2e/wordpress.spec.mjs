// An article on WordPress that names one of our pages on a line of its own: what WordPress leaves of our oEmbed answer,
// with its own behaviour around it. With TINHSO_WORDPRESS naming a folder of WordPress its own code does both.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { sanitise } from "../wordpress/rules.mjs";
import { expect, expectStill, inside, keep, test as base } from "./hosts/host.mjs";

const real = process.env.TINHSO_WORDPRESS;

/** What WordPress puts into the article for an answer. */
function made(data, url) {
  if (!real) return sanitise(data);
  const script = resolve(import.meta.dirname, "../wordpress/oembed.php");
  const answer = execFileSync("php", ["-d", "error_reporting=E_ALL & ~E_DEPRECATED", script, real], { input: JSON.stringify([{ url, data }]), encoding: "utf8" });
  return JSON.parse(answer).made[0];
}

const test = base.extend({
  /** Opens an article with the embed of this answer in it. */
  article: async ({ page, host, request, watch, baseURL }, use) => {
    const routed = new Set();
    await use(async (answer, { reader = page, scripts = true } = {}) => {
      const data = await (await request.get(`oembed/${answer}.json`)).json();
      // The answer names public addresses, so this browser finds the built site there.
      const src = data.html.match(/ src="([^"]*)"/)[1];
      const home = src.slice(0, src.search(/(nhung|en\/embed)\//));
      expect(home).toMatch(/^https:\/\/[^/]+\//);
      watch.homes.push(home);
      routed.add(reader.context());
      await reader.context().route(`${home}**`, async (route) => {
        const response = await route.fetch({ url: route.request().url().replace(home, baseURL) });
        await route.fulfill({ response });
      });
      const { html, script } = made(data, `${home}chi-so/dti/`);
      // As the block editor writes it.
      const figure = `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">${html}</div></figure>`;
      await host.show(reader, figure, { scripts: script && scripts ? ["/wp-embed.js"] : [], style: "body { max-width: 640px }", tall: true });
      return { home, data };
    });
    // A browser may still ask for the icon of a page when its test is over.
    for (const context of routed) await context.unrouteAll({ behavior: "ignoreErrors" }).catch(() => {});
  },
});

for (const [answer, word, path] of [["vi/dti", "Nguồn", "chi-so/dti/"], ["en/dti", "Source", "en/indicators/dti/"]]) {
  test(`${answer}: the frame takes the place of the quotation, at its own height`, async ({ page, article }, info) => {
    await article(answer);
    const iframe = page.locator("iframe");
    await expect(iframe).toHaveAttribute("sandbox", "allow-scripts");
    await expect(page.locator("blockquote")).toBeHidden();
    await expect(iframe).not.toHaveAttribute("style", /clip/);
    const frame = await inside(page);
    await expect(frame.locator(".headline")).toBeVisible();
    await expect(frame.locator("footer")).toContainText(word);
    await expectStill(page);
    await keep(page, info, `wordpress-${answer.replace("/", "-")}`);
  });

  test(`${answer}: the link leads to our page, though the sandbox opens no windows`, async ({ page, article }) => {
    const { home } = await article(answer);
    await expect(page.locator("blockquote")).toBeHidden();
    const frame = await inside(page);
    await frame.locator("footer .home a").click();
    await page.waitForURL(`${home}${path}`);
    await expect(page.locator("h1")).toBeVisible();
  });
}

test("it comes alive in WordPress' sandbox", async ({ page, article }) => {
  await article("vi/dti");
  await expect(page.locator("blockquote")).toBeHidden();
  const frame = await inside(page);
  await frame.locator("figure .frame").first().hover();
  await expect(frame.locator(".frame").first()).toHaveClass(/is-live/);
  await expectStill(page);
});

test("where no script runs, the quotation says it and links to it", async ({ reader, article, browserName }) => {
  test.skip(browserName === "firefox", "Firefox is told to run no script, and runs that of the article");
  const page = await reader({ javaScriptEnabled: false });
  await article("vi/dti", { reader: page });
  const quotation = page.locator("blockquote");
  await expect(quotation).toBeVisible();
  await expect(quotation).toContainText(/\d/);
  await expect(quotation).toContainText("Nguồn");
  await expect(quotation.getByRole("link").first()).toHaveAttribute("href", /^https:.*chi-so\/dti\/$/);
});

test("where the owner has removed WordPress' script, the quotation stays", async ({ page, article }) => {
  await article("vi/dti", { scripts: false });
  await expect(page.locator("blockquote")).toBeVisible();
  await expect(page.locator("blockquote").getByRole("link").first()).toBeVisible();
});
