// The reader: the module comes when there are signs of one, and what was asked of the page before it came is not lost.

const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "input"];

/** Calls back once, at the first sign that somebody uses the page. */
export function atFirstSign(act) {
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
