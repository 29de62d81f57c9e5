// Makes what lies beside it: the fonts a picture carries, cut down to the
// characters our texts use, and widths.mjs, their advance widths. Run by a
// maintainer when characters.mjs changes; the build only reads the output.
//
//   npm install --no-save subset-font@2.9.0 \
//     @expo-google-fonts/be-vietnam-pro@0.4.1 @expo-google-fonts/noto-sans-math@0.4.2
//   node chart/fonts/make-fonts.mjs
//
// Be Vietnam Pro has no arrows, ◇ and ≡; those come from Noto Sans Math, as a
// second family that both weights fall back to.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import subset from "subset-font";
import { LETTERS, SIGNS } from "./characters.mjs";
import { widthReader } from "./read-widths.mjs";

const require = createRequire(import.meta.url);
const source = (name) => readFileSync(require.resolve(`@expo-google-fonts/${name}`));
const faces = {
  regular: [source("be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"), LETTERS],
  bold: [source("be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf"), LETTERS],
  signs: [source("noto-sans-math/400Regular/NotoSansMath_400Regular.ttf"), SIGNS],
};

const widths = {};
for (const [name, [font, text]] of Object.entries(faces)) {
  const width = widthReader(font);
  widths[name] = {};
  for (const char of text) {
    const found = width(char.codePointAt(0));
    if (found === undefined) throw new Error(`${name} has no ${char} (${char.codePointAt(0).toString(16)})`);
    widths[name][found] = (widths[name][found] ?? "") + char;
  }
  for (const [extension, targetFormat] of [["ttf", "sfnt"], ["woff2", "woff2"]]) {
    const cut = await subset(font, text, {
      targetFormat,
      // Kerning is kept because "Tỉnh" without it falls apart; hinting is for
      // small text on old screens, and a third of the bytes.
      keepFeatures: ["kern", "mark", "ccmp"],
      noHinting: true,
      dropTables: ["MATH", "gasp"],
    });
    writeFileSync(new URL(`${name}.${extension}`, import.meta.url), cut);
    console.log(`${name}.${extension} ${cut.length}`);
  }
}
const json = JSON.stringify(widths, null, 1).replace(
  /[\u00a0\u00ad]/g,
  (char) => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"),
);
writeFileSync(
  new URL("widths.mjs", import.meta.url),
  `// Advance widths in 1/1000 em: width -> the characters that wide. Made by\n// make-fonts.mjs; not edited by hand.\nexport default ${json};\n`,
);
