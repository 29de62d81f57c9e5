// The built site in a real browser, at the root of a host and in a folder of one. Run by `cargo xtask test`, which
// builds both copies first. While writing tests: TINHSO_E2E_ROOT (and TINHSO_E2E_FOLDER) name copies that are already
// served, ending in a slash; then nothing is started, and only the projects named run.
import { accessSync, constants } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { defineConfig } from "@playwright/test";

const repository = resolve(import.meta.dirname, "../..");
const served = { root: process.env.TINHSO_E2E_ROOT, folder: process.env.TINHSO_E2E_FOLDER };
const elsewhere = Boolean(served.root || served.folder);

/** Which browser: Chromium, or Firefox as Debian has it (with `--require tests/e2e/engines/firefox.cjs` in NODE_OPTIONS). */
const firefox = process.env.TINHSO_BROWSER === "firefox";

/** The path of a program. */
function program(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`no ${name} on the PATH; name one in TINHSO_CHROMIUM or TINHSO_FIREFOX`);
}

const engine = firefox
  ? {
      browserName: "firefox",
      channel: "moz-firefox",
      launchOptions: {
        executablePath: process.env.TINHSO_FIREFOX ?? program("firefox-esr"),
        // Frames of another origin in the page's own process: the pointer of WebDriver BiDi does not reach them elsewhere.
        // Bars to scroll by take no room and every window has the focus, as in Chromium without a screen.
        firefoxUserPrefs: { "fission.autostart": false, "ui.useOverlayScrollbars": 1, "focusmanager.testmode": true },
      },
    }
  : {
      browserName: "chromium",
      launchOptions: {
        executablePath: process.env.TINHSO_CHROMIUM ?? program("chromium"),
        args: [
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
        ],
      },
    };

const homes = [
  { name: "root", baseURL: "http://localhost:4301/", args: "target/e2e/root --port 4301" },
  {
    name: "folder",
    baseURL: "http://localhost:4302/mot/thu-muc/",
    args: "target/e2e/folder --base /mot/thu-muc/ --port 4302",
    only: /@both\b/,
  },
];

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(repository, "target/e2e/results"),
  fullyParallel: true,
  forbidOnly: true,
  // A loaded machine may starve one run of a page; a fault shows twice.
  retries: 1,
  workers: 2,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 20_000 },
  use: {
    locale: "vi-VN",
    viewport: { width: 1280, height: 900 },
    ...engine,
  },
  projects: homes
    .filter(({ name }) => !elsewhere || served[name])
    .map(({ name, baseURL, only }) => ({
      name,
      grep: only,
      use: { baseURL: served[name] ?? baseURL },
    })),
  webServer: elsewhere
    ? undefined
    : homes.map(({ baseURL, args }) => ({
        command: `target/debug/xtask host ${args}`,
        cwd: repository,
        url: baseURL,
        reuseExistingServer: false,
      })),
});
