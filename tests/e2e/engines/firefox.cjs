// Firefox of Debian, driven by Playwright over WebDriver BiDi. That is newer than Firefox's long-term releases: what those do
// not know yet is left out. Loaded into Playwright's processes by `--require`.
//
// One command is concerned, the emulation of media features; tests that emulate them are not run there (`CHROMIUM`).
const Module = require("node:module");
const { readFileSync } = require("node:fs");

const UNKNOWN = /this\.(?:_browser\._browserSession|_session)\.send\("emulation\.setMediaFeaturesOverride",/g;
const read = Module._extensions[".js"];
Module._extensions[".js"] = (module, path) => {
  if (!path.endsWith("playwright-core/lib/coreBundle.js")) return read(module, path);
  const text = readFileSync(path, "utf8");
  const found = text.match(UNKNOWN)?.length;
  if (found !== 2) throw new Error(`playwright-core sends emulation.setMediaFeaturesOverride ${found ?? 0} times, not twice: look at ${__filename}`);
  return module._compile(text.replace(UNKNOWN, "(async () => {})("), path);
};
