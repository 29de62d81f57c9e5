// oEmbed answers that show one rule of WordPress each; ours are added from the built site.
const rich = (html, title = "Chỉ số chuyển đổi số cấp tỉnh") => ({ version: "1.0", type: "rich", title, width: 600, height: 420, html });
const SRC = "https://tinhso.example/nhung/v/2026.11.1/dti/";

export const CASES = {
  "a frame alone": rich(`<iframe src="${SRC}" width="600" height="420" title="Chỉ số"></iframe>`),
  "attributes of every kind": rich(
    `<iframe class="x" id="y" src="${SRC}" width="100%" height="420" title="Chỉ số" style="border:0" loading="lazy" sandbox="allow-scripts" frameborder="0" scrolling="no" allow="fullscreen" referrerpolicy="no-referrer" data-x="1"></iframe>`,
  ),
  "a query": rich(`<iframe src="${SRC}?places=a~b&amp;theme=dark" width="600" height="420" title="Chỉ số"></iframe>`),
  "no title on the frame": rich(`<iframe src="${SRC}" width="600" height="420"></iframe>`, 'Tỉnh & "thành"'),
  "a quotation with a link": rich(
    `<blockquote class="tinhso"><p><strong>Đà Nẵng: 0,8</strong>. <a href="https://tinhso.example/chi-so/dti/" rel="x">Xem</a></p></blockquote>\n<iframe src="${SRC}" width="600" height="420" title="Chỉ số"></iframe>`,
  ),
  "a script after the frame": rich(
    `<blockquote><a href="https://tinhso.example/">Xem</a></blockquote><iframe src='${SRC}' width='600' height='420' title='Chỉ số'></iframe><script src="https://tinhso.example/nhung/tinhso.js" async></script>`,
  ),
  "a frame with text in it": rich(`<iframe src="${SRC}" title="Chỉ số">không có khung</iframe>`),
  "no frame": rich('<a href="https://tinhso.example/">Xem</a>'),
  "a photo": { type: "photo", title: "x", html: `<iframe src="${SRC}"></iframe>` },
};
