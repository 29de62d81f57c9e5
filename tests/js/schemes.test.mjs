// An embed whose address names light or dark has the same colours as a reader's device would give it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const style = (name) => readFileSync(new URL(`../../style/${name}`, import.meta.url), "utf8");

/** The colours a text of CSS sets, by name. */
const colours = (css) => Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]));

const [light, dark] = style("tokens.css").split("@media (prefers-color-scheme: dark)").map(colours);
const block = (theme) => style("schemes.css").split(`html[data-theme="${theme}"] {`)[1].split("}")[0];

for (const [theme, own] of [["light", light], ["dark", dark]]) {
  test(`theme=${theme} has the colours of the tokens`, () => {
    assert.ok(Object.keys(own).length > 20);
    assert.deepEqual(colours(block(theme)), own);
    assert.match(block(theme), new RegExp(`color-scheme: ${theme};`));
  });
}
