document.getElementById("chart").append(
  Plot.plot({
    width: document.getElementById("chart").clientWidth,
    height: 1300,
    marginLeft: 130,
    x: { grid: true, label: null },
    y: { label: null },
    marks: [
      Plot.barX(data, { x: "value", y: "name", sort: { y: "-x" }, fill: "#12436d", tip: true }),
      Plot.ruleX([0]),
    ],
  }),
);
