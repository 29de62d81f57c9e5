// A Firefox without a screen, driven by the protocol it brings along (Marionette: lines of JSON over a socket), so that no
// further program stands between it and the page.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Settings of the profile: saves without asking, and asks nobody else anything. */
const prefs = (folder) => ({
  "marionette.port": 0,
  "browser.download.folderList": 2,
  "browser.download.dir": folder,
  "browser.download.useDownloadDir": true,
  "browser.download.always_ask_before_handling_new_types": false,
  "browser.helperApps.neverAsk.saveToDisk": "text/csv,image/svg+xml,image/png,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "extensions.update.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.proxy.type": 0,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.telemetry.server": "",
});

class Marionette {
  #socket;
  #last = 0;
  #waiting = new Map();

  static async at(port) {
    const it = new Marionette();
    it.#socket = connect(port, "127.0.0.1");
    await new Promise((done, failed) => it.#socket.once("connect", done).once("error", failed));
    let left = Buffer.alloc(0);
    it.#socket.on("data", (data) => {
      left = Buffer.concat([left, data]);
      for (let colon; (colon = left.indexOf(":")) >= 0; ) {
        const [from, length] = [colon + 1, Number(left.toString("utf8", 0, colon))];
        if (left.length < from + length) return;
        const message = JSON.parse(left.toString("utf8", from, from + length));
        left = left.subarray(from + length);
        // The first one is a greeting and no answer.
        if (Array.isArray(message)) it.#answered(message);
      }
    });
    return it;
  }

  #answered([, id, error, value]) {
    const { done, failed } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) failed(new Error(`${error.error}: ${error.message}`));
    else done(value);
  }

  ask(name, parameters = {}) {
    const text = JSON.stringify([0, (this.#last += 1), name, parameters]);
    const answer = new Promise((done, failed) => this.#waiting.set(this.#last, { done, failed }));
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return answer;
  }

  end() {
    this.#socket.destroy();
  }
}

/** Starts `program`, which saves into `folder`, and does `work` with it: `open(url)` and `run(script)`. */
export async function withFirefox(program, folder, work) {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  const lines = Object.entries(prefs(folder)).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const browser = spawn(program, ["--headless", "--no-remote", "--marionette", "--profile", profile], { stdio: "ignore" });
  const ended = new Promise((done) => browser.once("exit", done).once("error", done));
  try {
    let port;
    for (let turn = 0; !port && turn < 600 && browser.exitCode === null; turn += 1) {
      await pause(100);
      try {
        port = Number(readFileSync(join(profile, "MarionetteActivePort"), "utf8"));
      } catch {
        // Not yet.
      }
    }
    if (!port) throw new Error(`${program} did not start`);
    const it = await Marionette.at(port);
    await it.ask("WebDriver:NewSession", {});
    await work({
      open: (url) => it.ask("WebDriver:Navigate", { url }),
      run: async (script) => (await it.ask("WebDriver:ExecuteScript", { script, args: [] })).value,
    });
    await it.ask("Marionette:Quit", {}).catch(() => {});
    it.end();
  } finally {
    // Only the one started here.
    if (browser.exitCode === null) browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
