// What is said where the interactive part of a page does not come: in the document's own words, beside what stands there.

/** Says so, with a detail for whoever reports it; trying again is loading the page anew. */
export function sayBlocked(detail = "") {
  const notice = document.getElementById("notice");
  if (!notice) return;
  notice.querySelector("[data-sentence]").textContent = notice.dataset.blocked;
  notice.querySelector("[data-detail]").textContent = detail;
  notice.querySelector("button").onclick = () => location.reload();
  notice.hidden = false;
}
