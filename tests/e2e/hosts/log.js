// A host that writes down every message it hears.
window.heard = [];
addEventListener("message", (event) => heard.push(event.data));
