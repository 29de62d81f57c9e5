// WordPress' rules for frames it has embedded, told in our own words: it listens only to frames whose secret it knows,
// shows the frame and hides the quotation once the frame speaks, keeps heights between 200 and 1000, and follows a link
// only to the frame's own host while the frame has the focus. The extended tests use the real file instead.
addEventListener("message", ({ source, data }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const quotation of document.querySelectorAll(`blockquote[data-secret="${data.secret}"]`)) {
    quotation.style.display = "none";
  }
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (frame.contentWindow !== source) continue;
    frame.removeAttribute("style");
    if (data.message === "height") frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10) || 0));
    if (data.message === "link") {
      const [from, to] = [new URL(frame.src), new URL(data.value, location.href)];
      if (/^https?:$/.test(to.protocol) && to.host === from.host && document.activeElement === frame) {
        window.top.location.href = data.value;
      }
    }
  }
});

// A frame that has spoken too early is asked again.
let ready = false;
function tellReady() {
  if (ready) return;
  ready = true;
  for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) {
    let secret = frame.getAttribute("data-secret");
    if (!secret) {
      secret = Math.random().toString(36).slice(2, 12);
      frame.src += `#?secret=${secret}`;
      frame.setAttribute("data-secret", secret);
    }
    frame.contentWindow.postMessage({ message: "ready", secret }, "*");
  }
}
addEventListener("DOMContentLoaded", tellReady);
addEventListener("load", tellReady);
