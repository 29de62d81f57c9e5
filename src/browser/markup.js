// The one place where the module's text becomes markup. Browsers that know Trusted Types take it from this policy alone: the
// text comes from our own templates, in which whatever is data or address was escaped.
const views = globalThis.trustedTypes?.createPolicy("tinh-so-views", { createHTML: (markup) => markup });
const ours = (markup) => (views ? views.createHTML(markup) : markup);

export function write(element, markup) {
  element.innerHTML = ours(markup);
}

export function append(element, markup) {
  element.insertAdjacentHTML("beforeend", ours(markup));
}
