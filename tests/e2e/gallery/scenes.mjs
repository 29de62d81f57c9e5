// Every part of the site in every state a reader may meet it in: where it is found, what is done there, and which element
// it is. Looked at by `cargo xtask gallery`, tried by `gallery.spec.mjs`.
import { atRest, settled } from "../ready.mjs";

const SIX = "dong-nai-cu~hue~ha-noi~ba-ria-vung-tau~da-nang-cu~ho-chi-minh-cu";
const PAPI = `indicator=papi-internet&places=${SIX}`;
const PAIR = "topic=broadband&places=dong-nai-cu~dong-thap-cu";

const compare = (query) => ({ vi: `so-sanh/?${query}`, en: `en/compare/?${query}` });
const indicator = (id, query = "") => ({ vi: `chi-so/${id}/${query}`, en: `en/indicators/${id}/${query}` });
const theme = { vi: "chu-de/broadband/", en: "en/themes/broadband/" };
const province = { vi: "tinh/dong-nai-cu/", en: "en/places/dong-nai-cu/" };
const home = { vi: "./", en: "en/" };
const PANEL = ".results .panel";

/** Opens a sheet or a card by the button that names it. */
const press = (selector, shown) => async (page) => {
  await page.locator(selector).first().click();
  await page.locator(shown).first().waitFor();
};

/** What a reader types into a field. */
const type = (field, words, shown) => async (page) => {
  await page.locator(field).fill(words);
  await page.locator(shown).filter({ visible: true }).first().waitFor();
};

/** Answers that never come, or none at all. */
const holds = (pattern) => (page) => page.route(pattern, () => {});
const fails = (pattern) => (page) => page.route(pattern, (route) => route.fulfill({ status: 503, body: "" }));

/**
 * `at`: the address in each language; `part`: the element, or nothing for what the window shows; `act`: what a reader does,
 * after the page has come to rest; `before`: what is wrong with the network; `life`: `still` where the module is not waited
 * for; `complains`: the browser says so, as it should; `reader`: how their browser is set up.
 */
export const SCENES = [
  // Charts.
  { id: "bars-ranking", at: indicator("dti"), part: PANEL },
  { id: "bars-pinned", at: indicator("dti", "?places=dong-nai-cu~hue"), part: PANEL },
  { id: "bars-ranks", at: indicator("ebi-rank"), part: PANEL },
  { id: "bars-own-reports-targets", at: compare("topic=smartphones&places=dong-nai-cu~dong-thap-cu~binh-thuan&view=bar"), part: ".results" },
  { id: "lines-breaks", at: compare(`${PAPI}&view=line`), part: PANEL },
  { id: "multiples", at: compare(`${PAPI}&view=multiples`), part: PANEL },
  { id: "slope", at: compare(`${PAPI}&view=slope`), part: PANEL },
  { id: "slope-across-a-break", at: compare(`indicator=papi-internet&places=dong-nai-cu~hue&time=2018..2024&view=slope`), part: PANEL },
  { id: "slope-without-two-periods", at: compare(`${PAPI}&time=2024&view=slope`), part: PANEL },
  { id: "map-63", at: indicator("dti", "?view=map"), part: "figure.map" },
  { id: "map-34", at: indicator("dti-34", "?view=map"), part: "figure.map" },
  { id: "map-own-reports", at: compare(`${PAIR}&view=map`), part: ".results" },
  { id: "table", at: indicator("dti", "?view=table"), part: PANEL },
  { id: "targets", at: indicator("fibre-coverage-households", "?view=target"), part: PANEL },
  { id: "strip", at: home, part: ".home .themes", life: "search" },
  { id: "read-out", at: compare("indicator=papi-internet&places=dong-nai-cu~hue&view=line"), part: "figure.chart", act: async (page) => {
    await page.locator(".frame").first().focus();
    await page.locator(".frame.is-live").first().waitFor();
    await page.keyboard.press("End");
  } },
  { id: "chart-code-missing", at: compare(PAIR), part: ".results", before: fails(/\/chart\.[^/]*\.js/), complains: true, act: async (page) => {
    await page.locator(".frame").first().focus();
    await page.locator(".problem:not(:empty)").first().waitFor();
  } },

  // What may be compared.
  { id: "sign-not-and-parting", at: compare(PAIR), part: ".results" },
  { id: "sign-caution-reasons", at: compare("topic=smartphones&places=dong-nai-cu~dong-thap-cu~binh-thuan"), part: ".results", act: async (page) => {
    for (const one of await page.locator("details.reasons > summary").all()) await one.click();
  } },
  { id: "signs-explained", at: home, part: ".home .signs", life: "search" },
  { id: "signs-rules", at: { vi: "phuong-phap/", en: "en/method/" }, part: "main", life: "still" },

  // Choices.
  { id: "query", at: compare(PAIR), part: "form.query" },
  { id: "query-full", at: compare(PAPI), part: "form.query" },
  { id: "query-without-places", at: compare("topic=broadband"), part: "main" },
  { id: "query-not-understood", at: compare("topic=broadband&places=khong-co~dong-nai-cu&vew=map"), part: "[data-pane=notices]" },
  { id: "place-without-figures", at: compare("indicator=papi-internet&places=dong-nai"), part: "main" },
  { id: "search-open", at: home, life: "search", act: type("#find", "dong", "[role=option]") },
  { id: "search-nothing", at: home, life: "search", act: type("#find", "xyz", ".search [role=status]") },
  { id: "province-last-seen", at: home, life: "search", before: (page) => page.addInitScript(() => localStorage.setItem("tinhso.place", "dong-nai-cu")) },
  { id: "maps-of-home", at: home, part: ".home .maps", life: "search", act: async (page) => {
    await page.locator("label[for=era-63]").click();
    await page.locator("details.joined > summary").click();
  } },
  { id: "focus-on-a-tile", at: indicator("dti", "?view=map"), part: "figure.map", act: async (page) => {
    await page.locator(".tile-map a.tile").nth(20).focus();
    await page.keyboard.press("ArrowDown");
  } },

  // Evidence, and what is taken away.
  { id: "card", at: indicator("dti"), act: press(`${PANEL} button.figure:visible`, ".card:popover-open") },
  { id: "evidence-in-a-page", at: province, part: "main", life: "still", act: async (page) => {
    for (const one of (await page.locator("details.figure > summary").filter({ visible: true }).all()).slice(0, 3)) await one.click();
  } },
  { id: "take-embed", at: indicator("dti"), act: press("button[popovertarget=take-embed]", "#take-embed") },
  { id: "take-picture", at: indicator("dti"), act: press("button[popovertarget=take-picture]", "#take-picture") },
  { id: "take-data", at: indicator("dti"), act: press("button[popovertarget=take-data]", "#take-data") },
  { id: "take-cite", at: indicator("dti"), act: press("button[popovertarget=take-cite]", "#take-cite") },
  { id: "builder", at: { vi: "nhung/", en: "en/embed/" }, part: "main", life: "builder" },
  { id: "embed", at: { vi: "nhung/dti/", en: "en/embed/dti/" }, life: "still" },
  { id: "embed-lines", at: { vi: "nhung/papi-internet/?places=dong-nai-cu~hue&view=line", en: "en/embed/papi-internet/?places=dong-nai-cu~hue&view=line" }, life: "still", act: (page) => page.locator(".frame svg path[stroke-width='2.5']:visible").first().waitFor() },

  // Pages as they come.
  { id: "theme", at: theme, part: "main", life: "still" },
  { id: "source", at: { vi: "nguon/baodongnai-2022-11-07/", en: "en/sources/baodongnai-2022-11-07/" }, part: "main", life: "still" },
  { id: "changes", at: { vi: "thay-doi/", en: "en/changes/" }, part: "main", life: "still" },
  { id: "not-found", at: { vi: "404.html", en: "404.html" }, life: "search", complains: true },

  // When something is missing.
  { id: "view-on-its-way", at: compare(`${PAPI}&view=line`), life: "still", before: holds(/\/app\.[^/]*\.wasm/) },
  { id: "builder-on-its-way", at: { vi: "nhung/", en: "en/embed/" }, life: "still", before: holds(/\/app\.[^/]*\.wasm/) },
  { id: "figures-missing", at: compare("topic=broadband"), life: "still", before: fails(/\/data\/v\//), complains: true, act: async (page) => {
    await page.locator("html").dispatchEvent("pointermove", { bubbles: true });
    await page.locator("#notice:not([hidden])").waitFor();
  } },
  { id: "module-blocked", at: compare("topic=broadband"), life: "still", before: fails(/\/app\.[^/]*\.wasm/), complains: true, act: async (page) => {
    await page.locator("html").dispatchEvent("pointermove", { bubbles: true });
    await page.locator("#notice:not([hidden])").waitFor();
  } },
  { id: "without-script", at: compare("topic=broadband"), life: "still", reader: { javaScriptEnabled: false } },
];

/** Brings a page to where a scene is seen; answers with the element it is, or nothing for the window. */
export async function stage(page, scene, language, root = "") {
  await scene.before?.(page);
  await page.goto(root + scene.at[language]);
  if (scene.life !== "still") await settled(page);
  await scene.act?.(page);
  if (scene.life !== "still") await atRest(page);
  return scene.part && page.locator(scene.part).first();
}
