vegaEmbed("#chart", {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  data: { values: data },
  width: "container",
  height: 1240,
  mark: { type: "bar", tooltip: true },
  encoding: {
    y: { field: "name", type: "nominal", sort: null, title: null },
    x: { field: "value", type: "quantitative", title: null },
  },
}, { actions: false });
