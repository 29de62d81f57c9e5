// What browsers that know Trusted Types take from site.js: documents of the site itself, and its worker. Everything else that
// could run as code or markup they refuse.
const pages = globalThis.trustedTypes?.createPolicy("tinh-so-pages", {
  // Read as a document of its own, in which no script runs; it was fetched from this site.
  createHTML: (text) => text,
  createScriptURL(address) {
    if (new URL(address, location.href).origin !== location.origin) throw new TypeError(`not of this site: ${address}`);
    return address;
  },
});

export const documentText = (text) => (pages ? pages.createHTML(text) : text);
export const scriptAddress = (address) => (pages ? pages.createScriptURL(address) : address);
