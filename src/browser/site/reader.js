// The reader: the module comes when there are signs of one, and what was asked of the page before it came is not lost.

const SIGNS = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "input"];
/** So long, in milliseconds, a chart that is used may keep the module waiting. */
const CHART_FIRST = 4000;

/** Calls back once, at the first sign that somebody uses the page. Whoever uses a chart waits for the code of that first. */
export function atFirstSign(act) {
  const control = new AbortController();
  const { signal } = control;
  let timer;
  const once = () => {
    clearTimeout(timer);
    control.abort();
    act();
  };
  const look = ({ target }) => {
    if (!target.closest?.("figure.chart")) once();
    else timer ??= setTimeout(once, CHART_FIRST);
  };
  for (const sign of SIGNS) addEventListener(sign, look, { capture: true, passive: true, signal });
  document.addEventListener("tinhso:live", once, { signal });
}

/** Gives the long lists of a page their options, which wait in templates. */
export function fillLists() {
  for (const template of document.querySelectorAll("template[data-options]")) {
    const list = document.querySelector(`select[data-ask="${template.dataset.options}"]`);
    list?.replaceChildren(template.content);
    template.remove();
  }
}

/** Calls back at the first sign of all, on a chart too. */
export function beforeUse(act) {
  const control = new AbortController();
  const once = () => {
    control.abort();
    act();
  };
  for (const sign of SIGNS) addEventListener(sign, once, { capture: true, passive: true, signal: control.signal });
}

/** Controls that the module answers to, and by which event. */
const ASKED = {
  change: "select[data-ask], [data-choices] input",
  click: "button[data-ask], [data-take]",
  input: "[role=combobox]",
};

/** Keeps the last thing asked of a page that is not live yet, and asks it again once it is; `wait` says meanwhile. */
export function keepAsked(isLive, wait) {
  let asked;
  for (const [type, controls] of Object.entries(ASKED)) {
    const keep = ({ target }) => {
      const control = target.closest?.(controls);
      if (!control || isLive()) return;
      asked = { type, control };
      wait(true);
    };
    document.addEventListener(type, keep, true);
  }
  document.addEventListener("tinhso:ready", () => {
    const { type, control } = asked ?? {};
    asked = undefined;
    if (!control) return;
    wait(false);
    if (!control.isConnected) return;
    if (type === "click") control.click();
    else control.dispatchEvent(new Event(type, { bubbles: true }));
  });
  document.addEventListener("tinhso:leave", () => (asked = undefined));
}
