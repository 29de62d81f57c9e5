// Firefox of Debian, driven by Playwright over WebDriver BiDi. Loaded into Playwright's processes by `--require`. Two things
// there are not for us:
//
// - a command newer than Firefox's long-term releases, the emulation of media features: it is left out, and tests that are
//   about them end there, skipped (`limits.mjs`);
// - a style that is put into the page before a picture is taken, which our policy refuses and Firefox complains of.
const Module = require("node:module");
const { readFileSync } = require("node:fs");

const CHANGES = [
  [/this\.(?:_browser\._browserSession|_session)\.send\("emulation\.setMediaFeaturesOverride",/g, "(async () => {})(", 2],
  [/this\._page\.delegate\.shouldToggleStyleSheetToSyncAnimations\(\)/g, "false", 1],
];
const read = Module._extensions[".js"];
Module._extensions[".js"] = (module, path) => {
  if (!path.endsWith("playwright-core/lib/coreBundle.js")) return read(module, path);
  const changed = CHANGES.reduce((text, [from, to, times]) => {
    const found = text.match(from)?.length ?? 0;
    if (found !== times) throw new Error(`playwright-core says ${from} ${found} times, not ${times}: look at ${__filename}`);
    return text.replace(from, to);
  }, readFileSync(path, "utf8"));
  return module._compile(changed, path);
};
