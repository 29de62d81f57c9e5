// Inlined by its hash, before anything is painted: an address that asks for a view of its own does not show the
// default one, which the document holds, in its place. boot.js and the app take the mark away.
if (/[?&](topic|indicator|places|time|view|basis)=./.test(location.search)) {
  document.documentElement.setAttribute("data-pending", "");
  // Should the module never come, the default view is better than none.
  setTimeout(() => document.documentElement.removeAttribute("data-pending"), 15000);
}
