// Starts the module, and says so if it cannot run: the static page stays either way.
import init from "app-module";

const html = document.documentElement;
// An embed says in its own way what cannot be shown (embed.js): it never shows its default view in place of another.
const embed = html.dataset.page === "embed";

function blocked(error) {
  // The next page is loaded anew rather than swapped in (site.js).
  html.dataset.broken = "";
  html.removeAttribute("data-pending");
  html.removeAttribute("data-busy");
  const notice = document.getElementById("notice");
  if (!notice) return;
  notice.querySelector("[data-sentence]").textContent = notice.dataset.blocked;
  notice.querySelector("[data-detail]").textContent = String(error?.message ?? error ?? "");
  notice.querySelector("button").onclick = () => location.reload();
  notice.hidden = false;
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
