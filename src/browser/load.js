// The chart code is fetched when a chart is about to be used, not with the page.
export const load = (url) => import(url);
