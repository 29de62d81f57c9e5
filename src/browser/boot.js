// Starts the module, and says so if it cannot run: the static page stays either way.
import init from "app-module";

const html = document.documentElement;

function blocked(error) {
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
  if (event.error instanceof WebAssembly.RuntimeError) blocked(event.error);
});

try {
  await init({ module_or_path: html.dataset.module });
} catch (error) {
  blocked(error);
}
