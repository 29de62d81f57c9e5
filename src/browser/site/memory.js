// Documents by their paths: those that were open, and those a reader is about to open. Only the newest few are kept.

/** Older than this, a document is asked for again when a link leads to it; back and forward show it at any age. */
const FRESH = 10 * 60 * 1000;
/** So many are fetched ahead at once. */
const AHEAD = 2;

/** Whether the worker marked it as a copy it had kept. */
export const isSaved = (text) => /<html[^>]* data-saved=/.test(text);

export class Memory {
  #known = new Map();
  #ahead = 0;
  #wanted;
  #load;
  #most;
  #now;

  /** `load(path, options)` fetches a document's text. */
  constructor(load, { most = 20, now = Date.now } = {}) {
    this.#load = load;
    this.#most = most;
    this.#now = now;
  }

  /** The paths held, the one longest unused first. */
  get paths() {
    return [...this.#known.keys()];
  }

  #entry(path, options) {
    const control = new AbortController();
    const entry = { control, at: undefined };
    entry.text = this.#load(path, { ...options, signal: control.signal }).then(
      (text) => {
        entry.at = this.#now();
        // A copy kept for bad times is not shown again once times are good.
        if (isSaved(text)) this.#drop(path, entry);
        return text;
      },
      (error) => {
        this.#drop(path, entry);
        throw error;
      },
    );
    this.#known.set(path, entry);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
    return entry;
  }

  #drop(path, entry) {
    if (this.#known.get(path) === entry) this.#known.delete(path);
  }

  #fresh(entry) {
    return entry && (entry.at === undefined || this.#now() - entry.at < FRESH);
  }

  /** The document to be shown next. Whatever was wanted before and has not come is given up. */
  want(path, again = false) {
    if (this.#wanted !== path) this.rest();
    this.#wanted = path;
    let entry = this.#known.get(path);
    if (again ? entry : this.#fresh(entry)) {
      // The newest stands last.
      this.#known.delete(path);
      this.#known.set(path, entry);
    } else {
      entry = this.#entry(path, { again, ahead: false });
    }
    return entry.text;
  }

  /** Nothing is wanted any more: the document on its way is given up. */
  rest() {
    const entry = this.#known.get(this.#wanted);
    if (entry && entry.at === undefined) {
      this.#known.delete(this.#wanted);
      entry.control.abort();
    }
    this.#wanted = undefined;
  }

  /** Fetches ahead what a reader seems to want; the answer says when it is there, or nothing if that is not done. */
  ahead(path) {
    if (this.#ahead >= AHEAD || this.#fresh(this.#known.get(path))) return undefined;
    this.#ahead += 1;
    const { text } = this.#entry(path, { again: false, ahead: true });
    // What fails here is tried again, and told, when it is wanted.
    const done = () => void (this.#ahead -= 1);
    text.then(done, done);
    return text;
  }
}
