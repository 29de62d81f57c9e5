// Whether anybody else uses this machine: milliseconds mean little then, so a visit waits for a quiet moment, and one that
// was disturbed all the same is marked.
import { cpus } from "node:os";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
/** The part of the time during which the processors had nothing to do, since `before`. */
const times = () => cpus().map(({ times }) => [times.idle, Object.values(times).reduce((a, b) => a + b, 0)]);
function idle(before) {
  const now = times();
  const part = (n) => now.reduce((sum, of, cpu) => sum + of[n] - (before[cpu]?.[n] ?? 0), 0);
  return part(1) ? part(0) / part(1) : 1;
}

/** What a quiet machine has at least to spare: nothing of ours runs before a visit, one page and this program during it. */
const BEFORE = 0.7;
const DURING = 0.15;

/** Waits for quiet, `minutes` over all visits at most. */
export function quiet(minutes) {
  let left = minutes * 60_000;
  return {
    async wait() {
      for (;;) {
        const begun = Date.now();
        const before = times();
        await pause(400);
        if (idle(before) >= BEFORE || left <= 0) return;
        left -= Date.now() - begun;
      }
    },
    /** Does some work; its result says whether others disturbed it. */
    async watch(work) {
      const before = times();
      const result = await work();
      const spare = idle(before);
      return { ...result, spare, disturbed: spare < DURING };
    },
  };
}
