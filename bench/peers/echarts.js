const chart = echarts.init(document.getElementById("chart"));
chart.setOption({
  tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
  grid: { left: 130, right: 16, top: 8, bottom: 32 },
  xAxis: { type: "value" },
  yAxis: { type: "category", inverse: true, data: data.map((row) => row.name) },
  series: [{ type: "bar", data: data.map((row) => row.value) }],
});
addEventListener("resize", () => chart.resize());
