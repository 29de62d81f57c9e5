// Starts the module, and says so if it cannot run: the static page stays either way.
import init from "app-module";
import { sayBlocked } from "./notice.js";

const html = document.documentElement;
// An embed says in its own way what cannot be shown (embed.js): it never shows its default view in place of another.
const embed = html.dataset.page === "embed";

function blocked(error) {
  // The next page is loaded anew rather than swapped in (site.js).
  html.dataset.broken = "";
  html.removeAttribute("data-pending");
  html.removeAttribute("data-busy");
  sayBlocked(String(error?.message ?? error ?? ""));
}

// A panic inside the module ends it: say so rather than leave dead controls.
addEventListener("error", (event) => {
  if (!embed && event.error instanceof WebAssembly.RuntimeError) blocked(event.error);
});

try {
  await init({ module_or_path: html.dataset.module });
} catch (error) {
  if (embed) throw error;
  blocked(error);
}
