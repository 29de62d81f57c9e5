// Inlined by its hash, before anything is painted: an address that asks for a view of its own does not show the
// default one, which the document holds, in its place. boot.js and the app take the mark away.
if (/[?&](topic|indicator|places|time|view|basis)=./.test(location.search)) {
  const html = document.documentElement;
  html.setAttribute("data-pending", "");
  // Should the module never come, the default view is better than none; and it is said that it is not what was asked for.
  const giveUp = () => {
    const notice = document.getElementById("notice");
    if (!html.hasAttribute("data-pending") || !notice) return;
    html.removeAttribute("data-pending");
    notice.querySelector("[data-sentence]").textContent = notice.dataset.blocked;
    notice.querySelector("button").onclick = () => location.reload();
    notice.hidden = false;
  };
  addEventListener("load", () => "begun" in html.dataset || giveUp());
  setTimeout(giveUp, 15000);
}
