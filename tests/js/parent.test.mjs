// The script a host may add: it gives our frames their height, and nothing that anybody sends makes it do more.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { Target, root } from "./frame.mjs";

const SCRIPT = readFileSync(resolve(root, "public/nhung/tinhso.js"), "utf8");

/** A host page with frames at these addresses. */
function host(...addresses) {
  const window = new Target();
  const frames = [];
  const add = (src) => {
    const frame = { src, style: {}, asked: [] };
    frame.contentWindow = { postMessage: (message) => frame.asked.push({ ...message }) };
    frames.push(frame);
    return frame;
  };
  addresses.forEach(add);
  window.window = window;
  window.document = { getElementsByTagName: () => frames };
  const context = createContext(window);
  runInContext(SCRIPT, context);
  const send = (source, data) => window.fire("message", { source, data });
  return { window, frames, add, send, again: () => runInContext(SCRIPT, context) };
}

const height = (value) => ({ type: "tinhso:height", v: 1, id: "dti", height: value });
const OURS = "https://tinhso.example/nhung/dti/?theme=dark";

test("each frame gets the height it asked for", () => {
  const { frames, send } = host(OURS, "https://tinhso.example/en/embed/v/2026.11.1/dti/");
  send(frames[0].contentWindow, height(420));
  send(frames[1].contentWindow, height(333.2));
  assert.deepEqual(frames.map((it) => it.style.height), ["420px", "334px"]);
});

test("heights stay within reason", () => {
  const { frames: [frame], send } = host(OURS);
  for (const [asked, given] of [[1, "80px"], [-5, "80px"], [79.5, "80px"], [81, "81px"], [4001, "4000px"], [1e300, "4000px"]]) {
    send(frame.contentWindow, height(asked));
    assert.equal(frame.style.height, given);
  }
});

test("a frame that is added later, or was there before, is served", () => {
  const { frames, add, send } = host(OURS);
  assert.deepEqual(frames[0].asked, [{ type: "tinhso:hello", v: 1 }]);
  const late = add("https://tinhso.example/mot/thu-muc/nhung/dti/");
  send(late.contentWindow, height(200));
  assert.equal(late.style.height, "200px");
});

test("other people's frames are left alone", () => {
  const { frames, send } = host("https://video.example/watch?from=/nhung/", "https://x.example/#/embed/", "about:blank", "", "javascript:'/nhung/'");
  for (const frame of frames) send(frame.contentWindow, height(300));
  assert.deepEqual(frames.map((it) => [it.style.height, it.asked.length]), frames.map(() => [undefined, 0]));
});

test("hostile messages do nothing", () => {
  const { frames: [frame], send, window } = host(OURS);
  const trap = () => {
    throw new Error("a trap");
  };
  const trapped = (key) => Object.defineProperty(height(300), key, { get: trap });
  for (const data of [
    null, undefined, 0, true, "", "tinhso:height", [], [300], {},
    height("300"), height("300px;position:fixed"), height(NaN), height(Infinity), height(null), height({ valueOf: trap }), height([300]),
    { ...height(300), v: 2 }, { ...height(300), v: "1" }, { ...height(300), type: ["tinhso:height"] },
    trapped("type"), trapped("v"), trapped("height"),
  ]) {
    send(frame.contentWindow, data);
  }
  send(null, height(300));
  send({}, height(300));
  window.fire("message", Object.defineProperty({}, "data", { get: trap }));
  window.fire("message", Object.defineProperty({ data: height(300) }, "source", { get: trap }));
  assert.equal(frame.style.height, undefined);
});

test("detached frames and frames that throw do no harm", () => {
  const { frames, add, send } = host(OURS, OURS);
  Object.defineProperty(frames[0], "contentWindow", { value: null });
  send(null, height(300));
  send(frames[1].contentWindow, height(300));
  assert.deepEqual(frames.map((it) => it.style.height), [undefined, "300px"]);
  Object.defineProperty(add(OURS), "contentWindow", { get() { throw new Error("gone"); } });
  send(frames[1].contentWindow, height(310));
  assert.equal(frames[1].style.height, "310px");
});

test("named twice, it listens once", () => {
  const { window, again } = host(OURS);
  again();
  assert.equal(window.listeners.message.length, 1);
});

test("old browsers read it", () => {
  assert.doesNotMatch(SCRIPT, /=>|`|\b(let|const|class|async|import|eval)\b|\?\.|\?\?/);
  assert.ok(SCRIPT.length < 2000);
});
