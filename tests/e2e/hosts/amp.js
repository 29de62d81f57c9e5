// What <amp-iframe resizable> does with messages: those of this sentinel and type change the height, within its limits.
addEventListener("message", ({ source, data }) => {
  if (typeof data !== "object" || data?.sentinel !== "amp" || data.type !== "embed-size") return;
  const frame = [...document.querySelectorAll("iframe[data-amp]")].find((it) => it.contentWindow === source);
  const height = parseInt(data.height, 10);
  // It refuses what is smaller than what it may shrink to.
  if (frame && height >= 100) frame.style.height = `${height}px`;
});
