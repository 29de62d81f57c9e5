// What stands in the document now comes first, then whatever can wait. A page that nobody sees is not painted: it does not
// wait for that.
export const painted = () =>
  new Promise((done) => {
    const timer = setTimeout(done, 200);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(done);
    });
  });

/** When there is nothing else to do, or after two seconds. */
export const idle = () =>
  new Promise((done) => (window.requestIdleCallback ? requestIdleCallback(done, { timeout: 2000 }) : setTimeout(done, 200)));
