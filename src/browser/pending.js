// Inlined by its hash, before anything is painted: an address that asks for a view of its own does not show the
// default one, which the document holds, in its place. boot.js and the app take the mark away.
import { sayBlocked } from "./notice.js";

if (/[?&](topic|indicator|places|time|view|basis)=./.test(location.search)) {
  const html = document.documentElement;
  html.setAttribute("data-pending", "");
  // Should the module never come, the default view is better than none; that it is not what was asked for is said by
  // site.js, or here where not even that has come.
  const giveUp = () => {
    html.removeAttribute("data-pending");
    if (!("begun" in html.dataset)) sayBlocked();
  };
  addEventListener("load", () => "begun" in html.dataset || giveUp());
  setTimeout(giveUp, 15000);
}
