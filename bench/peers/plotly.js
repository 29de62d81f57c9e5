Plotly.newPlot("chart", [{
  type: "bar",
  orientation: "h",
  x: data.map((row) => row.value),
  y: data.map((row) => row.name),
}], {
  height: 1300,
  margin: { l: 130, r: 16, t: 8, b: 32 },
  yaxis: { autorange: "reversed", dtick: 1 },
}, { responsive: true, displayModeBar: false });
