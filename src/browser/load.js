// Code that is fetched when it is about to be used, not with the page: charts, pictures, workbooks.
// A module that failed stays failed under its address: another try asks under another one.
let failures = 0;
export const load = (url) =>
  import(failures ? `${url}?${failures}` : url).catch((error) => {
    failures += 1;
    throw error;
  });
