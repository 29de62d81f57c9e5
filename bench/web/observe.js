// Runs in every measured page before anything of its own, and only notes: paints, shifts, long tasks, when the chart is
// on screen, when the controls answer, when a choice is on screen. `BENCH` is put before it: where the chart is to be
// found, how many marks make it one, and how to see that it has answered.
(() => {
  const { chart, marks, answered, alive } = BENCH;
  const noted = (window.bench = {
    fcp: null,
    lcp: null,
    lcpIs: "",
    shifts: [],
    long: [],
    events: [],
    live: null,
    chart: null,
    chartTop: null,
    answered: null,
    alive: null,
    missing: [],
  });

  /** Not every browser knows every kind; what is not observed is said, not taken for zero. */
  function observe(type, options, each) {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) {
      noted.missing.push(type);
      return;
    }
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  }
  observe("paint", {}, (it) => it.name === "first-contentful-paint" && (noted.fcp = it.startTime));
  observe("largest-contentful-paint", {}, (it) => {
    noted.lcp = it.startTime;
    const { element } = it;
    noted.lcpIs = element ? `${element.localName}.${element.getAttribute("class") ?? ""}: ${element.textContent.slice(0, 60)}` : "";
  });
  observe("layout-shift", {}, (it) => {
    const moved = it.sources.map(({ node }) => {
      const element = node?.nodeType === 1 ? node : node?.parentElement;
      return element ? `${element.localName}.${element.getAttribute("class") ?? ""}` : "?";
    });
    noted.shifts.push({ at: it.startTime, value: it.value, input: it.hadRecentInput, moved });
  });
  observe("longtask", {}, (it) => noted.long.push([it.startTime, it.duration]));
  observe("event", { durationThreshold: 16 }, (it) => {
    if (it.interactionId) noted.events.push([it.startTime, it.duration, it.name]);
  });

  /** After the frame that begins now has been painted, as near as a page can know. */
  function painted(then) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    requestAnimationFrame(() => port2.postMessage(0));
  }

  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute("data-live")) return;
    noted.live = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-live"] });

  // A canvas is a chart once something is drawn on it, not when it is there: its first filled shape counts, which is to
  // the advantage of charts that grow.
  const drawnOn = new WeakSet();
  if (chart) {
    const context = CanvasRenderingContext2D.prototype;
    for (const name of ["fill", "fillRect", "stroke"]) {
      const original = context[name];
      context[name] = function (...rest) {
        if (this.canvas.isConnected) drawnOn.add(this.canvas);
        return original.apply(this, rest);
      };
    }
  }

  const sizeable = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width >= 150 && height >= 40;
  };
  const isChart = (element) =>
    element.localName === "canvas"
      ? drawnOn.has(element) && sizeable(element)
      : element.querySelectorAll("path, rect, line, circle, text").length >= marks && sizeable(element);
  // What is not laid out yet, being far away, is not to be laid out by looking at it.
  const isLaidOut = (element) => element.checkVisibility({ contentVisibilityAuto: true });
  const charts = () => [...document.querySelectorAll(`:is(${chart}) :is(svg, canvas)`)].filter(isLaidOut).filter(isChart);

  let told;
  noted.whenChart = new Promise((done) => (told = done));
  function look() {
    const found = charts()[0];
    if (!found) {
      requestAnimationFrame(look);
      return;
    }
    // This frame, whose callbacks are running, paints it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      noted.chart = performance.now();
      noted.chartTop = Math.round(found.getBoundingClientRect().top + scrollY);
      told(noted.chart);
    };
    port2.postMessage(0);
  }
  if (chart) requestAnimationFrame(look);

  /** Looks from now on, once a frame, whether the chart has answered. */
  noted.watchAnswer = () => {
    const watch = (condition, name) => {
      const seen = new Function(`return (${condition})`);
      const frame = () => {
        if (seen()) painted((now) => (noted[name] = now));
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    };
    watch(answered, "answered");
    if (alive) watch(alive, "alive");
  };

  /**
   * Waits for the reaction to the next event of this kind: answers with the milliseconds from the event until a changed
   * view was painted, and until its chart was too.
   */
  noted.watchChoice = (type, place) => {
    noted.choice = new Promise((done) => {
      let begun;
      let changed = false;
      const result = {};
      const began = (event) => {
        if (!event.target.closest?.(place)) return;
        begun = event.timeStamp;
        removeEventListener(type, began, true);
      };
      addEventListener(type, began, true);
      const inResults = ({ target, addedNodes }) =>
        target.parentElement?.closest(".results") || [...addedNodes].some((it) => it.matches?.(".results, .results *"));
      const observer = new MutationObserver((records) => (changed ||= begun !== undefined && records.some(inResults)));
      observer.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true, attributes: true });
      const frame = () => {
        if (begun === undefined || !changed || document.documentElement.hasAttribute("data-busy")) {
          requestAnimationFrame(frame);
          return;
        }
        const whole = () => [...document.querySelectorAll(".results .frame")].every((it) => !it.querySelector(".is-stale") && [...it.querySelectorAll("svg")].some(sizeable));
        const complete = whole();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          result.view ??= performance.now() - begun;
          if (complete) {
            result.whole = performance.now() - begun;
            observer.disconnect();
            done(result);
          } else requestAnimationFrame(frame);
        };
        port2.postMessage(0);
      };
      requestAnimationFrame(frame);
    });
  };
})();
